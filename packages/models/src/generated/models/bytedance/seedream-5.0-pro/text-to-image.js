// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "bytedance/seedream-5.0-pro/text-to-image",
  "display_name": "Seedream 5.0 Pro Text to Image",
  "description": "Makes an image from a written description, at 1K or 2K.",
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
        "A poster for a jazz evening: a trumpet drawn in one line over a midnight blue ground, the words 'Blue Hour' below"
      ]
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the image.",
      "type": "string",
      "enum": [
        "1:1",
        "4:3",
        "3:4",
        "16:9",
        "9:16",
        "2:3",
        "3:2",
        "21:9"
      ],
      "default": "1:1"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the image.",
      "type": "string",
      "enum": [
        "1K",
        "2K"
      ],
      "default": "2K"
    },
    "output_format": {
      "title": "Output format",
      "description": "File format of the output image.",
      "type": "string",
      "enum": [
        "png",
        "jpeg"
      ],
      "default": "png"
    }
  }
};

export const examples = [
  {
    "title": "A jazz poster",
    "input": {
      "prompt": "A poster for a jazz evening: a trumpet drawn in one line over a midnight blue ground, the words 'Blue Hour' below",
      "aspect_ratio": "3:4",
      "resolution": "2K"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "1:1",
        "4:3",
        "3:4",
        "16:9",
        "9:16",
        "2:3",
        "3:2",
        "21:9"
      ]
    },
    "resolution": {
      "enum": [
        "1K",
        "2K"
      ]
    },
    "output_format": {
      "enum": [
        "png",
        "jpeg"
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
if(!((((((((data1 === "1:1") || (data1 === "4:3")) || (data1 === "3:4")) || (data1 === "16:9")) || (data1 === "9:16")) || (data1 === "2:3")) || (data1 === "3:2")) || (data1 === "21:9"))){
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
if(!((data2 === "1K") || (data2 === "2K"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.output_format !== undefined){
let data3 = data.output_format;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/output_format",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data3 === "png") || (data3 === "jpeg"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/output_format",keyword:"enum",params:{allowedValues: schema0.properties.output_format.enum}});
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
