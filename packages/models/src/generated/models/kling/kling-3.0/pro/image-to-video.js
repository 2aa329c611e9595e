// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../../runtime/validator.js";

export const metadata = {
  "model_id": "kling/kling-3.0/pro/image-to-video",
  "display_name": "Kling 3.0 Pro Image to Video",
  "description": "Animates an image by a written description in the pro tier, with sound, optionally towards a last frame.",
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
    "start_image_url"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What happens in the video.",
      "type": "string",
      "examples": [
        "The camera circles the subject once while the background lights fade from amber to blue"
      ]
    },
    "start_image_url": {
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
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "minimum": 3,
      "maximum": 15,
      "default": 10
    },
    "generate_audio": {
      "title": "Sound",
      "description": "Whether the video comes with sound.",
      "type": "boolean",
      "default": true
    },
    "shot_type": {
      "title": "Shot type",
      "description": "How the shots are planned; customize is the only choice here.",
      "type": "string",
      "enum": [
        "customize"
      ],
      "default": "customize"
    },
    "cfg_scale": {
      "title": "Prompt adherence",
      "description": "How closely the video follows the prompt, from 0 (loosely) to 1 (closely).",
      "type": "number",
      "minimum": 0,
      "maximum": 1,
      "default": 0.5
    },
    "negative_prompt": {
      "title": "Negative prompt",
      "description": "What the video should not show.",
      "type": "string"
    }
  }
};

export const examples = [
  {
    "title": "Once around",
    "input": {
      "prompt": "The camera circles the subject once while the background lights fade from amber to blue",
      "start_image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
      "duration": 5
    }
  }
];

const schema0 = {
  "properties": {
    "shot_type": {
      "enum": [
        "customize"
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
if(data.start_image_url === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "start_image_url"}});
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.start_image_url !== undefined){
let data1 = data.start_image_url;
if(typeof data1 === "string"){
if(!(formats0.test(data1))){
vErrors = addError(vErrors, {instancePath:instancePath+"/start_image_url",keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/start_image_url",keyword:"type",params:{type: "string"}});
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
if(data3 < 3 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"minimum",params:{comparison: ">=", limit: 3}});
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
if(data.shot_type !== undefined){
let data5 = data.shot_type;
if(typeof data5 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/shot_type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data5 === "customize")){
vErrors = addError(vErrors, {instancePath:instancePath+"/shot_type",keyword:"enum",params:{allowedValues: schema0.properties.shot_type.enum}});
errors++;
}
}
if(data.cfg_scale !== undefined){
let data6 = data.cfg_scale;
if(typeof data6 == "number"){
if(data6 > 1 || isNaN(data6)){
vErrors = addError(vErrors, {instancePath:instancePath+"/cfg_scale",keyword:"maximum",params:{comparison: "<=", limit: 1}});
errors++;
}
if(data6 < 0 || isNaN(data6)){
vErrors = addError(vErrors, {instancePath:instancePath+"/cfg_scale",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/cfg_scale",keyword:"type",params:{type: "number"}});
errors++;
}
}
if(data.negative_prompt !== undefined){
if(typeof data.negative_prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/negative_prompt",keyword:"type",params:{type: "string"}});
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
