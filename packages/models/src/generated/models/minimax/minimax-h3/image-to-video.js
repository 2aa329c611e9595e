// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "minimax/minimax-h3/image-to-video",
  "display_name": "MiniMax H3 Image to Video",
  "description": "Animates an image by a written description at 768p or 2K, optionally towards a last frame.",
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
    "image",
    "resolution",
    "duration"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What happens in the video.",
      "type": "string",
      "examples": [
        "The model lowers her sunglasses and walks towards the camera, neon signs flickering behind her"
      ]
    },
    "image": {
      "title": "First frame",
      "description": "The image that the video starts from.",
      "type": "string",
      "format": "image_uri"
    },
    "last_image": {
      "title": "Last frame",
      "description": "The image that the video ends on.",
      "type": "string",
      "format": "image_uri"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the video.",
      "type": "string",
      "enum": [
        "768p",
        "2k"
      ],
      "examples": [
        "768p"
      ]
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "minimum": 4,
      "maximum": 15,
      "examples": [
        5
      ]
    }
  }
};

export const examples = [
  {
    "title": "A walk towards the camera",
    "input": {
      "prompt": "The model lowers her sunglasses and walks towards the camera, neon signs flickering behind her",
      "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
      "resolution": "768p",
      "duration": 5
    }
  }
];

const schema0 = {
  "properties": {
    "resolution": {
      "enum": [
        "768p",
        "2k"
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
if(data.resolution === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "resolution"}});
errors++;
}
if(data.duration === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "duration"}});
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
if(data.last_image !== undefined){
let data2 = data.last_image;
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
vErrors = addError(vErrors, {instancePath:instancePath+"/last_image",keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/last_image",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.resolution !== undefined){
let data3 = data.resolution;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data3 === "768p") || (data3 === "2k"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.duration !== undefined){
let data4 = data.duration;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data4 == "number"){
if(data4 > 15 || isNaN(data4)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"maximum",params:{comparison: "<=", limit: 15}});
errors++;
}
if(data4 < 4 || isNaN(data4)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"minimum",params:{comparison: ">=", limit: 4}});
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
