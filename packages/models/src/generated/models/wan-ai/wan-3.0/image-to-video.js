// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "wan-ai/wan-3.0/image-to-video",
  "display_name": "Wan 3.0 Image to Video",
  "description": "Animates an image by a written description for up to 30 seconds, with sound, optionally towards a last frame.",
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
      "examples": [
        "The curtain lifts in the draught, dust drifts through the light and the camera glides slowly to the right"
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
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the video; adaptive follows the input image.",
      "type": "string",
      "enum": [
        "adaptive",
        "16:9",
        "9:16",
        "1:1",
        "4:3",
        "3:4"
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
        "1080p"
      ],
      "default": "720p"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "minimum": 2,
      "maximum": 30,
      "default": 5
    },
    "enable_audio": {
      "title": "Sound",
      "description": "Whether the video comes with sound.",
      "type": "boolean",
      "default": true
    },
    "prompt_extend": {
      "title": "Prompt expansion",
      "description": "Whether the service elaborates the prompt before it is used.",
      "type": "boolean",
      "default": true
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
    "title": "A gentle draught",
    "input": {
      "prompt": "The curtain lifts in the draught, dust drifts through the light and the camera glides slowly to the right",
      "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
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
        "1:1",
        "4:3",
        "3:4"
      ]
    },
    "resolution": {
      "enum": [
        "480p",
        "720p",
        "1080p"
      ]
    }
  }
};
const formats0 = /^(?:https?:\/\/[^\s/?#]|data:)/i;

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
if(typeof data.prompt !== "string"){
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
if(data.aspect_ratio !== undefined){
let data3 = data.aspect_ratio;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data3 === "adaptive") || (data3 === "16:9")) || (data3 === "9:16")) || (data3 === "1:1")) || (data3 === "4:3")) || (data3 === "3:4"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"enum",params:{allowedValues: schema0.properties.aspect_ratio.enum}});
errors++;
}
}
if(data.resolution !== undefined){
let data4 = data.resolution;
if(typeof data4 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data4 === "480p") || (data4 === "720p")) || (data4 === "1080p"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.duration !== undefined){
let data5 = data.duration;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data5 == "number"){
if(data5 > 30 || isNaN(data5)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"maximum",params:{comparison: "<=", limit: 30}});
errors++;
}
if(data5 < 2 || isNaN(data5)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"minimum",params:{comparison: ">=", limit: 2}});
errors++;
}
}
}
if(data.enable_audio !== undefined){
if(typeof data.enable_audio !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/enable_audio",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.prompt_extend !== undefined){
if(typeof data.prompt_extend !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt_extend",keyword:"type",params:{type: "boolean"}});
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
