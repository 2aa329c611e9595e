// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "qwen/qwen-image-3.0/text-to-image",
  "display_name": "Qwen-Image-3.0 Text to Image",
  "description": "Makes an image from a written description, at 1K or 2K, elaborating the description unless told not to.",
  "kind": "model",
  "categories": [
    "text-to-image"
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
    "prompt"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What the image shows.",
      "type": "string",
      "examples": [
        "A chalkboard menu outside a noodle bar reading 'Today: beef broth, hand-pulled noodles', rain on the pavement"
      ]
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the image.",
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
    "title": "A chalkboard menu",
    "input": {
      "prompt": "A chalkboard menu outside a noodle bar reading 'Today: beef broth, hand-pulled noodles', rain on the pavement",
      "aspect_ratio": "3:4",
      "seed": 42
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
if(data.aspect_ratio !== undefined){
let data1 = data.aspect_ratio;
if(typeof data1 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data1 === "1:1") || (data1 === "16:9")) || (data1 === "9:16")) || (data1 === "4:3")) || (data1 === "3:4"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"enum",params:{allowedValues: schema0.properties.aspect_ratio.enum}});
errors++;
}
}
if(data.resolution !== undefined){
let data2 = data.resolution;
if(typeof data2 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data2 === "1k") || (data2 === "2k"))){
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
let data4 = data.seed;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
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
