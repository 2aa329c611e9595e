// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "wan-ai/wan-2.7/text-to-image",
  "display_name": "Wan 2.7 Text to Image",
  "description": "Makes up to 5 images from a written description.",
  "kind": "model",
  "categories": [
    "text-to-image"
  ],
  "output_kind": "image",
  "price_unit": "output",
  "base_price_usd": null
};

export const inputSchema = {
  "type": "object",
  "required": [
    "prompt"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What the image shows.",
      "type": "string",
      "examples": [
        "A red fox asleep on a mossy stump, morning mist between the pines, 85mm photograph"
      ]
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
    "max_images": {
      "title": "Most images",
      "description": "The largest number of images to make.",
      "type": "integer",
      "minimum": 1,
      "maximum": 5,
      "default": 1
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
    "title": "A sleeping fox",
    "input": {
      "prompt": "A red fox asleep on a mossy stump, morning mist between the pines, 85mm photograph",
      "image_size": "landscape_16_9",
      "max_images": 2
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
if(data.image_size !== undefined){
let data1 = data.image_size;
if(typeof data1 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_size",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data1 === "square_hd") || (data1 === "square")) || (data1 === "portrait_4_3")) || (data1 === "portrait_16_9")) || (data1 === "landscape_4_3")) || (data1 === "landscape_16_9"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_size",keyword:"enum",params:{allowedValues: schema0.properties.image_size.enum}});
errors++;
}
}
if(data.max_images !== undefined){
let data2 = data.max_images;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/max_images",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data2 == "number"){
if(data2 > 5 || isNaN(data2)){
vErrors = addError(vErrors, {instancePath:instancePath+"/max_images",keyword:"maximum",params:{comparison: "<=", limit: 5}});
errors++;
}
if(data2 < 1 || isNaN(data2)){
vErrors = addError(vErrors, {instancePath:instancePath+"/max_images",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data.negative_prompt !== undefined){
if(typeof data.negative_prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/negative_prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.seed !== undefined){
let data4 = data.seed;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data4 == "number"){
if(data4 > 2147483647 || isNaN(data4)){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}});
errors++;
}
if(data4 < 0 || isNaN(data4)){
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
