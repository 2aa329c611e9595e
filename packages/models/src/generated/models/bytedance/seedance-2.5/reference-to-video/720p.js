// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../../runtime/validator.js";

export const metadata = {
  "model_id": "bytedance/seedance-2.5/reference-to-video/720p",
  "display_name": "Seedance 2.5 Reference to Video 720p",
  "description": "Makes a video at 720p from a written description, guided by reference images, videos and audio, with sound.",
  "kind": "model",
  "categories": [
    "reference-to-video"
  ],
  "output_kind": "video",
  "price_unit": "second",
  "base_price_usd": null,
  "price_quantity": {
    "field": "duration"
  }
};

export const inputSchema = {
  "type": "object",
  "required": [
    "prompt"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What happens in the video.",
      "type": "string",
      "examples": [
        "The person in the image walks through a greenhouse at noon, brushing leaves aside, slow dolly behind the shoulder"
      ]
    },
    "images": {
      "title": "Reference images",
      "description": "Images to take as a reference, up to 9.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "image_uri"
      },
      "maxItems": 9
    },
    "videos": {
      "title": "Reference videos",
      "description": "Videos to take as a reference, up to 3.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "video_uri"
      },
      "maxItems": 3
    },
    "audios": {
      "title": "Reference audio",
      "description": "Audio to take as a reference, up to 3.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "audio_uri"
      },
      "maxItems": 3
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the video; adaptive lets the model choose.",
      "type": "string",
      "enum": [
        "16:9",
        "9:16",
        "1:1",
        "4:3",
        "3:4",
        "21:9",
        "adaptive"
      ],
      "default": "16:9"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "minimum": 4,
      "maximum": 30,
      "default": 5
    },
    "generate_audio": {
      "title": "Sound",
      "description": "Whether the video comes with sound.",
      "type": "boolean",
      "default": true
    }
  }
};

export const examples = [
  {
    "title": "A walk through the greenhouse",
    "input": {
      "prompt": "The person in the image walks through a greenhouse at noon, brushing leaves aside, slow dolly behind the shoulder",
      "images": [
        "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
      ],
      "aspect_ratio": "9:16",
      "duration": 8
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "16:9",
        "9:16",
        "1:1",
        "4:3",
        "3:4",
        "21:9",
        "adaptive"
      ]
    }
  }
};
const formats0 = /^(?:https?:\/\/[^\s/?#]|data:)/i;
const formats2 = /^(?:https?:\/\/[^\s/?#]|data:)/i;
const formats4 = /^(?:https?:\/\/[^\s/?#]|data:)/i;

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.prompt === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "prompt"}});
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.images !== undefined){
let data1 = data.images;
if(Array.isArray(data1)){
if(data1.length > 9){
vErrors = addError(vErrors, {instancePath:instancePath+"/images",keyword:"maxItems",params:{limit: 9}});
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
vErrors = addError(vErrors, {instancePath:instancePath+"/images/" + i0,keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/images/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/images",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.videos !== undefined){
let data3 = data.videos;
if(Array.isArray(data3)){
if(data3.length > 3){
vErrors = addError(vErrors, {instancePath:instancePath+"/videos",keyword:"maxItems",params:{limit: 3}});
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 === "string"){
if(!(formats2.test(data4))){
vErrors = addError(vErrors, {instancePath:instancePath+"/videos/" + i1,keyword:"format",params:{format: "video_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/videos/" + i1,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/videos",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.audios !== undefined){
let data5 = data.audios;
if(Array.isArray(data5)){
if(data5.length > 3){
vErrors = addError(vErrors, {instancePath:instancePath+"/audios",keyword:"maxItems",params:{limit: 3}});
errors++;
}
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(typeof data6 === "string"){
if(!(formats4.test(data6))){
vErrors = addError(vErrors, {instancePath:instancePath+"/audios/" + i2,keyword:"format",params:{format: "audio_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/audios/" + i2,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/audios",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.aspect_ratio !== undefined){
let data7 = data.aspect_ratio;
if(typeof data7 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((data7 === "16:9") || (data7 === "9:16")) || (data7 === "1:1")) || (data7 === "4:3")) || (data7 === "3:4")) || (data7 === "21:9")) || (data7 === "adaptive"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"enum",params:{allowedValues: schema0.properties.aspect_ratio.enum}});
errors++;
}
}
if(data.duration !== undefined){
let data8 = data.duration;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data8 == "number"){
if(data8 > 30 || isNaN(data8)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"maximum",params:{comparison: "<=", limit: 30}});
errors++;
}
if(data8 < 4 || isNaN(data8)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"minimum",params:{comparison: ">=", limit: 4}});
errors++;
}
}
}
if(data.generate_audio !== undefined){
if(typeof data.generate_audio !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/generate_audio",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
vErrors = addError(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}

export const validator = /* @__PURE__ */ createValidator(validate0);
