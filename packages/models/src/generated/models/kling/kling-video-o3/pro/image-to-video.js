// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../../runtime/validator.js";

export const metadata = {
  "model_id": "kling/kling-video-o3/pro/image-to-video",
  "display_name": "Kling Video O3 Pro Image to Video",
  "description": "Animates an image by a written description, optionally towards a last frame; sound is off unless asked for.",
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
        "Wind picks up, leaves sweep across the frame and the subject looks up at the darkening sky"
      ]
    },
    "image": {
      "title": "First frame",
      "description": "The image that the video starts from.",
      "type": "string",
      "format": "image_uri"
    },
    "end_image": {
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
      "default": 5
    },
    "sound": {
      "title": "Sound",
      "description": "Whether the video comes with sound.",
      "type": "boolean",
      "default": false
    },
    "shot_type": {
      "title": "Shot type",
      "description": "How the shots are planned; intelligent leaves it to the model.",
      "type": "string",
      "enum": [
        "customize",
        "intelligent"
      ],
      "default": "customize"
    }
  }
};

export const examples = [
  {
    "title": "Before the storm",
    "input": {
      "prompt": "Wind picks up, leaves sweep across the frame and the subject looks up at the darkening sky",
      "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
      "duration": 7,
      "sound": true
    }
  }
];

const schema0 = {
  "properties": {
    "shot_type": {
      "enum": [
        "customize",
        "intelligent"
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
if(data.end_image !== undefined){
let data2 = data.end_image;
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
vErrors = addError(vErrors, {instancePath:instancePath+"/end_image",keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/end_image",keyword:"type",params:{type: "string"}});
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
if(data.sound !== undefined){
if(typeof data.sound !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/sound",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.shot_type !== undefined){
let data5 = data.shot_type;
if(typeof data5 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/shot_type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data5 === "customize") || (data5 === "intelligent"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/shot_type",keyword:"enum",params:{allowedValues: schema0.properties.shot_type.enum}});
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
