// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "ideogram-ai/ideogram-v4/text-to-image",
  "display_name": "Ideogram 4.0 Text to Image",
  "description": "Makes an image from a written description, at one of three rendering speeds.",
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
        "A vintage seed packet with the words 'Sweet Peas' in hand-lettered type above a watercolour of pink and violet flowers"
      ]
    },
    "size": {
      "title": "Size",
      "description": "Aspect ratio of the image.",
      "type": "string",
      "enum": [
        "1:1",
        "3:4",
        "4:3",
        "16:9",
        "9:16"
      ],
      "default": "1:1"
    },
    "rendering_speed": {
      "title": "Rendering speed",
      "description": "TURBO is the fastest, QUALITY takes the most care, BALANCED lies between.",
      "type": "string",
      "enum": [
        "TURBO",
        "BALANCED",
        "QUALITY"
      ],
      "default": "BALANCED"
    },
    "output_format": {
      "title": "Output format",
      "description": "File format of the output image.",
      "type": "string",
      "enum": [
        "png",
        "jpeg"
      ],
      "default": "jpeg"
    }
  }
};

export const examples = [
  {
    "title": "A seed packet",
    "input": {
      "prompt": "A vintage seed packet with the words 'Sweet Peas' in hand-lettered type above a watercolour of pink and violet flowers",
      "size": "3:4",
      "rendering_speed": "QUALITY"
    }
  }
];

const schema0 = {
  "properties": {
    "size": {
      "enum": [
        "1:1",
        "3:4",
        "4:3",
        "16:9",
        "9:16"
      ]
    },
    "rendering_speed": {
      "enum": [
        "TURBO",
        "BALANCED",
        "QUALITY"
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
if(data.size !== undefined){
let data1 = data.size;
if(typeof data1 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/size",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data1 === "1:1") || (data1 === "3:4")) || (data1 === "4:3")) || (data1 === "16:9")) || (data1 === "9:16"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/size",keyword:"enum",params:{allowedValues: schema0.properties.size.enum}});
errors++;
}
}
if(data.rendering_speed !== undefined){
let data2 = data.rendering_speed;
if(typeof data2 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/rendering_speed",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data2 === "TURBO") || (data2 === "BALANCED")) || (data2 === "QUALITY"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/rendering_speed",keyword:"enum",params:{allowedValues: schema0.properties.rendering_speed.enum}});
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
