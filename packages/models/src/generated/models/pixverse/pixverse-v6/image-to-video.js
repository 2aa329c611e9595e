// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "pixverse/pixverse-v6/image-to-video",
  "display_name": "PixVerse V6 Image to Video",
  "description": "Animates an image by a written description, optionally in several shots and with sound.",
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
    "image"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What happens in the video.",
      "type": "string",
      "examples": [
        "Confetti bursts from behind the subject and drifts down in slow motion as the camera tilts up"
      ]
    },
    "image": {
      "title": "First frame",
      "description": "The image that the video starts from.",
      "type": "string",
      "format": "image_uri"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the video.",
      "type": "string",
      "enum": [
        "360p",
        "540p",
        "720p",
        "1080p"
      ],
      "default": "720p"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "minimum": 1,
      "maximum": 15,
      "default": 5
    },
    "generate_audio_switch": {
      "title": "Sound",
      "description": "Whether the video comes with sound.",
      "type": "boolean",
      "default": false
    },
    "generate_multi_clip_switch": {
      "title": "Multiple shots",
      "description": "Whether the video may cut between several shots.",
      "type": "boolean",
      "default": false
    },
    "seed": {
      "title": "Seed",
      "description": "The same seed and input give similar results.",
      "type": "integer",
      "default": 0
    }
  }
};

export const examples = [
  {
    "title": "Confetti",
    "input": {
      "prompt": "Confetti bursts from behind the subject and drifts down in slow motion as the camera tilts up",
      "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
      "duration": 5,
      "generate_audio_switch": true
    }
  }
];

const schema0 = {
  "properties": {
    "resolution": {
      "enum": [
        "360p",
        "540p",
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
if(data.image === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "image"}});
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.image !== undefined){
let data1 = data.image;
if(typeof data1 === "string"){
if(!(formats0.test(data1))){
vErrors = addError(vErrors, {instancePath:instancePath+"/image",keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/image",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.resolution !== undefined){
let data2 = data.resolution;
if(typeof data2 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((data2 === "360p") || (data2 === "540p")) || (data2 === "720p")) || (data2 === "1080p"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.duration !== undefined){
let data3 = data.duration;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data3 == "number"){
if(data3 > 15 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"maximum",params:{comparison: "<=", limit: 15}});
errors++;
}
if(data3 < 1 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data.generate_audio_switch !== undefined){
if(typeof data.generate_audio_switch !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/generate_audio_switch",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.generate_multi_clip_switch !== undefined){
if(typeof data.generate_multi_clip_switch !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/generate_multi_clip_switch",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.seed !== undefined){
let data6 = data.seed;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
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
