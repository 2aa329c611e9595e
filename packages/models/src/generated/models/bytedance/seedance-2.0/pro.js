// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "bytedance/seedance-2.0/pro",
  "display_name": "Seedance 2.0 Pro",
  "description": "Makes a video from a written description and, if given, reference images, videos and audio, with sound and up to 4K.",
  "kind": "model",
  "categories": [
    "text-to-video",
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
        "The dancer from the image spins across an empty car park at dusk, one long tracking shot, footsteps and distant traffic"
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
        "adaptive",
        "16:9",
        "9:16",
        "4:3",
        "3:4",
        "1:1",
        "21:9"
      ],
      "default": "adaptive"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the video.",
      "type": "string",
      "enum": [
        "480p",
        "720p",
        "1080p",
        "4k"
      ],
      "default": "720p"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "minimum": 4,
      "maximum": 15,
      "default": 5
    },
    "generate_audio": {
      "title": "Sound",
      "description": "Whether the video comes with sound.",
      "type": "boolean",
      "default": true
    },
    "seed": {
      "title": "Seed",
      "description": "The same seed and input give similar results.",
      "type": "integer"
    }
  }
};

export const examples = [
  {
    "title": "A dancer at dusk",
    "input": {
      "prompt": "The dancer from the image spins across an empty car park at dusk, one long tracking shot, footsteps and distant traffic",
      "images": [
        "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
      ],
      "duration": 8,
      "resolution": "1080p"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "adaptive",
        "16:9",
        "9:16",
        "4:3",
        "3:4",
        "1:1",
        "21:9"
      ]
    },
    "resolution": {
      "enum": [
        "480p",
        "720p",
        "1080p",
        "4k"
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
if(!(((((((data7 === "adaptive") || (data7 === "16:9")) || (data7 === "9:16")) || (data7 === "4:3")) || (data7 === "3:4")) || (data7 === "1:1")) || (data7 === "21:9"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"enum",params:{allowedValues: schema0.properties.aspect_ratio.enum}});
errors++;
}
}
if(data.resolution !== undefined){
let data8 = data.resolution;
if(typeof data8 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((data8 === "480p") || (data8 === "720p")) || (data8 === "1080p")) || (data8 === "4k"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.duration !== undefined){
let data9 = data.duration;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data9 == "number"){
if(data9 > 15 || isNaN(data9)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"maximum",params:{comparison: "<=", limit: 15}});
errors++;
}
if(data9 < 4 || isNaN(data9)){
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
if(data.seed !== undefined){
let data11 = data.seed;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"type",params:{type: "integer"}});
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
