// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "qwen/qwen-image-3.0/edit",
  "display_name": "Qwen-Image-3.0 Edit",
  "description": "Edits or combines up to 3 images by a written instruction, at 1K or 2K.",
  "kind": "model",
  "categories": [
    "image-to-image",
    "image-editing"
  ],
  "output_kind": "image",
  "price_unit": "output",
  "base_price_usd": null,
  "price_quantity": {
    "count": 1
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
        "Replace the text on the sign with 'OPEN LATE' in the same lettering; leave everything else untouched"
      ]
    },
    "image_urls": {
      "title": "Images",
      "description": "Reference images to edit, up to 3.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "image_uri"
      },
      "minItems": 1,
      "maxItems": 3
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the edited image.",
      "type": "string",
      "enum": [
        "1:1",
        "16:9",
        "9:16",
        "4:3",
        "3:4"
      ],
      "default": "1:1"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the image.",
      "type": "string",
      "enum": [
        "1k",
        "2k"
      ],
      "default": "2k"
    },
    "enable_prompt_expansion": {
      "title": "Prompt expansion",
      "description": "Whether the service elaborates the prompt before it is used.",
      "type": "boolean",
      "default": true
    },
    "seed": {
      "title": "Seed",
      "description": "The same seed and input give similar results; -1 picks a random seed.",
      "type": "integer",
      "default": -1
    }
  }
};

export const examples = [
  {
    "title": "New words on the sign",
    "input": {
      "prompt": "Replace the text on the sign with 'OPEN LATE' in the same lettering; leave everything else untouched",
      "image_urls": [
        "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
      ],
      "aspect_ratio": "4:3"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "1:1",
        "16:9",
        "9:16",
        "4:3",
        "3:4"
      ]
    },
    "resolution": {
      "enum": [
        "1k",
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
if(data1.length > 3){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls",keyword:"maxItems",params:{limit: 3}});
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
if(data.aspect_ratio !== undefined){
let data3 = data.aspect_ratio;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data3 === "1:1") || (data3 === "16:9")) || (data3 === "9:16")) || (data3 === "4:3")) || (data3 === "3:4"))){
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
if(!((data4 === "1k") || (data4 === "2k"))){
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
