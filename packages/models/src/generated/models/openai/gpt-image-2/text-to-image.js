// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "openai/gpt-image-2/text-to-image",
  "display_name": "GPT Image 2",
  "description": "Makes an image from a written description, with accurate multilingual text, up to 4K.",
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
        "A ceramic mug on a linen cloth, soft window light, shallow depth of field"
      ]
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the image.",
      "type": "string",
      "enum": [
        "1:1",
        "3:2",
        "2:3",
        "3:4",
        "4:3",
        "4:5",
        "5:4",
        "9:16",
        "16:9",
        "21:9"
      ],
      "default": "1:1"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Pixel area of the output: 1k is 1024 × 1024, 2k is 2048 × 2048, 4k is 3840 × 2160, spread over the aspect ratio.",
      "type": "string",
      "enum": [
        "1k",
        "2k",
        "4k"
      ],
      "default": "1k"
    },
    "quality": {
      "title": "Quality",
      "description": "Image quality.",
      "type": "string",
      "enum": [
        "low",
        "medium",
        "high"
      ],
      "default": "medium"
    },
    "output_format": {
      "title": "Output format",
      "description": "File format of the output image.",
      "type": "string",
      "enum": [
        "png",
        "jpeg",
        "webp"
      ],
      "default": "png"
    }
  }
};

export const examples = [
  {
    "title": "A product shot",
    "input": {
      "prompt": "A ceramic mug on a linen cloth, soft window light, shallow depth of field",
      "aspect_ratio": "4:3"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "1:1",
        "3:2",
        "2:3",
        "3:4",
        "4:3",
        "4:5",
        "5:4",
        "9:16",
        "16:9",
        "21:9"
      ]
    },
    "resolution": {
      "enum": [
        "1k",
        "2k",
        "4k"
      ]
    },
    "quality": {
      "enum": [
        "low",
        "medium",
        "high"
      ]
    },
    "output_format": {
      "enum": [
        "png",
        "jpeg",
        "webp"
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
if(!((((((((((data1 === "1:1") || (data1 === "3:2")) || (data1 === "2:3")) || (data1 === "3:4")) || (data1 === "4:3")) || (data1 === "4:5")) || (data1 === "5:4")) || (data1 === "9:16")) || (data1 === "16:9")) || (data1 === "21:9"))){
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
if(!(((data2 === "1k") || (data2 === "2k")) || (data2 === "4k"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.quality !== undefined){
let data3 = data.quality;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/quality",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data3 === "low") || (data3 === "medium")) || (data3 === "high"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/quality",keyword:"enum",params:{allowedValues: schema0.properties.quality.enum}});
errors++;
}
}
if(data.output_format !== undefined){
let data4 = data.output_format;
if(typeof data4 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/output_format",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data4 === "png") || (data4 === "jpeg")) || (data4 === "webp"))){
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
