// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "wan-ai/wan-2.7/edit",
  "display_name": "Wan 2.7 Edit",
  "description": "Edits or combines up to 4 images by a written instruction and returns up to 4 results.",
  "kind": "model",
  "categories": [
    "image-to-image",
    "image-editing"
  ],
  "output_kind": "image",
  "price_unit": "output",
  "base_price_usd": null,
  "price_quantity": {
    "field": "num_images"
  }
};

export const inputSchema = {
  "type": "object",
  "required": [
    "prompt",
    "image_urls"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What to change, and what to keep.",
      "type": "string",
      "examples": [
        "Change the season to deep winter with fresh snow on every surface; keep the composition and the people as they are"
      ]
    },
    "image_urls": {
      "title": "Images",
      "description": "Reference images to edit, up to 4.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "image_uri"
      },
      "minItems": 1,
      "maxItems": 4
    },
    "image_size": {
      "title": "Image size",
      "description": "Shape of the image; square_hd is the larger of the two squares.",
      "type": "string",
      "enum": [
        "square_hd",
        "square",
        "portrait_4_3",
        "portrait_16_9",
        "landscape_4_3",
        "landscape_16_9"
      ],
      "default": "square_hd"
    },
    "num_images": {
      "title": "Number of images",
      "description": "How many edited images to make.",
      "type": "integer",
      "minimum": 1,
      "maximum": 4,
      "default": 1
    },
    "enable_prompt_expansion": {
      "title": "Prompt expansion",
      "description": "Whether the service elaborates the prompt before it is used.",
      "type": "boolean",
      "default": true
    },
    "negative_prompt": {
      "title": "Negative prompt",
      "description": "What the image should not show.",
      "type": "string"
    },
    "seed": {
      "title": "Seed",
      "description": "The same seed and input give similar results.",
      "type": "integer",
      "minimum": 0,
      "maximum": 2147483647
    }
  }
};

export const examples = [
  {
    "title": "Summer to winter",
    "input": {
      "prompt": "Change the season to deep winter with fresh snow on every surface; keep the composition and the people as they are",
      "image_urls": [
        "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
      ],
      "image_size": "landscape_4_3"
    }
  }
];

const schema0 = {
  "properties": {
    "image_size": {
      "enum": [
        "square_hd",
        "square",
        "portrait_4_3",
        "portrait_16_9",
        "landscape_4_3",
        "landscape_16_9"
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
if(data.image_urls === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "image_urls"}});
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.image_urls !== undefined){
let data1 = data.image_urls;
if(Array.isArray(data1)){
if(data1.length > 4){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls",keyword:"maxItems",params:{limit: 4}});
errors++;
}
if(data1.length < 1){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls/" + i0,keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.image_size !== undefined){
let data3 = data.image_size;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_size",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data3 === "square_hd") || (data3 === "square")) || (data3 === "portrait_4_3")) || (data3 === "portrait_16_9")) || (data3 === "landscape_4_3")) || (data3 === "landscape_16_9"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_size",keyword:"enum",params:{allowedValues: schema0.properties.image_size.enum}});
errors++;
}
}
if(data.num_images !== undefined){
let data4 = data.num_images;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/num_images",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data4 == "number"){
if(data4 > 4 || isNaN(data4)){
vErrors = addError(vErrors, {instancePath:instancePath+"/num_images",keyword:"maximum",params:{comparison: "<=", limit: 4}});
errors++;
}
if(data4 < 1 || isNaN(data4)){
vErrors = addError(vErrors, {instancePath:instancePath+"/num_images",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data.enable_prompt_expansion !== undefined){
if(typeof data.enable_prompt_expansion !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/enable_prompt_expansion",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.negative_prompt !== undefined){
if(typeof data.negative_prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/negative_prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.seed !== undefined){
let data7 = data.seed;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data7 == "number"){
if(data7 > 2147483647 || isNaN(data7)){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}});
errors++;
}
if(data7 < 0 || isNaN(data7)){
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
