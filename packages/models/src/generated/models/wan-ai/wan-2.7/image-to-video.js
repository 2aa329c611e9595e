// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, codePoints, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "wan-ai/wan-2.7/image-to-video",
  "display_name": "Wan 2.7 Image to Video",
  "description": "Animates an image by a written description, optionally towards a last frame and to a soundtrack.",
  "kind": "model",
  "categories": [
    "image-to-video"
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
    "prompt",
    "image_url"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What happens in the video.",
      "type": "string",
      "maxLength": 5000,
      "examples": [
        "Steam rises from the cup while the camera moves slowly closer"
      ]
    },
    "image_url": {
      "title": "First frame",
      "description": "The image that the video starts from.",
      "type": "string",
      "format": "image_uri"
    },
    "end_image_url": {
      "title": "Last frame",
      "description": "The image that the video ends on.",
      "type": "string",
      "format": "image_uri"
    },
    "audio_url": {
      "title": "Soundtrack",
      "description": "The audio that the video is timed to.",
      "type": "string",
      "format": "audio_uri"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "enum": [
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15
      ],
      "default": 5
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the video.",
      "type": "string",
      "enum": [
        "720p",
        "1080p"
      ],
      "default": "1080p"
    },
    "enable_prompt_expansion": {
      "title": "Prompt expansion",
      "description": "Whether the service elaborates the prompt before it is used.",
      "type": "boolean",
      "default": true
    },
    "negative_prompt": {
      "title": "Negative prompt",
      "description": "What the video should not show.",
      "type": "string",
      "maxLength": 500
    },
    "seed": {
      "title": "Seed",
      "description": "The same seed and input give similar results.",
      "type": "integer",
      "minimum": 0,
      "maximum": 2147483647,
      "default": 0
    }
  }
};

export const examples = [
  {
    "title": "A slow push-in",
    "input": {
      "prompt": "Steam rises from the cup while the camera moves slowly closer",
      "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
      "duration": 5
    }
  }
];

const schema0 = {
  "properties": {
    "duration": {
      "enum": [
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15
      ]
    },
    "resolution": {
      "enum": [
        "720p",
        "1080p"
      ]
    }
  }
};
const func0 = codePoints;
const formats0 = /^(?:https?:\/\/[^\s/?#]|data:)/i;
const formats4 = /^(?:https?:\/\/[^\s/?#]|data:)/i;

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.prompt === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "prompt"}});
errors++;
}
if(data.image_url === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "image_url"}});
errors++;
}
if(data.prompt !== undefined){
let data0 = data.prompt;
if(typeof data0 === "string"){
if(func0(data0) > 5000){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"maxLength",params:{limit: 5000}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.image_url !== undefined){
let data1 = data.image_url;
if(typeof data1 === "string"){
if(!(formats0.test(data1))){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_url",keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/image_url",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.end_image_url !== undefined){
let data2 = data.end_image_url;
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
vErrors = addError(vErrors, {instancePath:instancePath+"/end_image_url",keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/end_image_url",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.audio_url !== undefined){
let data3 = data.audio_url;
if(typeof data3 === "string"){
if(!(formats4.test(data3))){
vErrors = addError(vErrors, {instancePath:instancePath+"/audio_url",keyword:"format",params:{format: "audio_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/audio_url",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.duration !== undefined){
let data4 = data.duration;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "integer"}});
errors++;
}
if(!((((((((((((((data4 === 2) || (data4 === 3)) || (data4 === 4)) || (data4 === 5)) || (data4 === 6)) || (data4 === 7)) || (data4 === 8)) || (data4 === 9)) || (data4 === 10)) || (data4 === 11)) || (data4 === 12)) || (data4 === 13)) || (data4 === 14)) || (data4 === 15))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"enum",params:{allowedValues: schema0.properties.duration.enum}});
errors++;
}
}
if(data.resolution !== undefined){
let data5 = data.resolution;
if(typeof data5 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data5 === "720p") || (data5 === "1080p"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.enable_prompt_expansion !== undefined){
if(typeof data.enable_prompt_expansion !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/enable_prompt_expansion",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.negative_prompt !== undefined){
let data7 = data.negative_prompt;
if(typeof data7 === "string"){
if(func0(data7) > 500){
vErrors = addError(vErrors, {instancePath:instancePath+"/negative_prompt",keyword:"maxLength",params:{limit: 500}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/negative_prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.seed !== undefined){
let data8 = data.seed;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data8 == "number"){
if(data8 > 2147483647 || isNaN(data8)){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}});
errors++;
}
if(data8 < 0 || isNaN(data8)){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
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
