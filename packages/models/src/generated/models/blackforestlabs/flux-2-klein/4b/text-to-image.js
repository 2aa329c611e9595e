// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../../runtime/validator.js";

export const metadata = {
  "model_id": "blackforestlabs/flux-2-klein/4b/text-to-image",
  "display_name": "FLUX.2 klein 4B Text to Image",
  "description": "Makes an image from a written description with the smaller klein model, from 64 to 2048 pixels a side.",
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
        "A yellow bicycle leaning on a turquoise wall, hard noon shadows, flat graphic composition"
      ]
    },
    "width": {
      "title": "Width",
      "description": "Width of the image in pixels.",
      "type": "integer",
      "minimum": 64,
      "maximum": 2048,
      "default": 1024
    },
    "height": {
      "title": "Height",
      "description": "Height of the image in pixels.",
      "type": "integer",
      "minimum": 64,
      "maximum": 2048,
      "default": 1024
    }
  }
};

export const examples = [
  {
    "title": "A yellow bicycle",
    "input": {
      "prompt": "A yellow bicycle leaning on a turquoise wall, hard noon shadows, flat graphic composition",
      "width": 1280,
      "height": 960
    }
  }
];

const schema0 = {};

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
if(data.width !== undefined){
let data1 = data.width;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/width",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data1 == "number"){
if(data1 > 2048 || isNaN(data1)){
vErrors = addError(vErrors, {instancePath:instancePath+"/width",keyword:"maximum",params:{comparison: "<=", limit: 2048}});
errors++;
}
if(data1 < 64 || isNaN(data1)){
vErrors = addError(vErrors, {instancePath:instancePath+"/width",keyword:"minimum",params:{comparison: ">=", limit: 64}});
errors++;
}
}
}
if(data.height !== undefined){
let data2 = data.height;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/height",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data2 == "number"){
if(data2 > 2048 || isNaN(data2)){
vErrors = addError(vErrors, {instancePath:instancePath+"/height",keyword:"maximum",params:{comparison: "<=", limit: 2048}});
errors++;
}
if(data2 < 64 || isNaN(data2)){
vErrors = addError(vErrors, {instancePath:instancePath+"/height",keyword:"minimum",params:{comparison: ">=", limit: 64}});
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
