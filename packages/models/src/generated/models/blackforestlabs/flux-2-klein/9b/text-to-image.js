// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../../runtime/validator.js";

export const metadata = {
  "model_id": "blackforestlabs/flux-2-klein/9b/text-to-image",
  "display_name": "FLUX.2 klein 9B Text to Image",
  "description": "Makes an image from a written description with the larger klein model, in a chosen number of steps, from 512 to 1536 pixels a side.",
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
        "Portrait of an old watchmaker at his bench, loupe in one eye, brass gears in the foreground, warm lamp light"
      ]
    },
    "width": {
      "title": "Width",
      "description": "Width of the image in pixels.",
      "type": "integer",
      "minimum": 512,
      "maximum": 1536,
      "default": 1024
    },
    "height": {
      "title": "Height",
      "description": "Height of the image in pixels.",
      "type": "integer",
      "minimum": 512,
      "maximum": 1536,
      "default": 1024
    },
    "steps": {
      "title": "Steps",
      "description": "Number of denoising steps; more of them take longer.",
      "type": "integer",
      "minimum": 1,
      "maximum": 100,
      "default": 25
    }
  }
};

export const examples = [
  {
    "title": "The watchmaker",
    "input": {
      "prompt": "Portrait of an old watchmaker at his bench, loupe in one eye, brass gears in the foreground, warm lamp light",
      "width": 1024,
      "height": 1280,
      "steps": 30
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
if(data1 > 1536 || isNaN(data1)){
vErrors = addError(vErrors, {instancePath:instancePath+"/width",keyword:"maximum",params:{comparison: "<=", limit: 1536}});
errors++;
}
if(data1 < 512 || isNaN(data1)){
vErrors = addError(vErrors, {instancePath:instancePath+"/width",keyword:"minimum",params:{comparison: ">=", limit: 512}});
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
if(data2 > 1536 || isNaN(data2)){
vErrors = addError(vErrors, {instancePath:instancePath+"/height",keyword:"maximum",params:{comparison: "<=", limit: 1536}});
errors++;
}
if(data2 < 512 || isNaN(data2)){
vErrors = addError(vErrors, {instancePath:instancePath+"/height",keyword:"minimum",params:{comparison: ">=", limit: 512}});
errors++;
}
}
}
if(data.steps !== undefined){
let data3 = data.steps;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/steps",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data3 == "number"){
if(data3 > 100 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/steps",keyword:"maximum",params:{comparison: "<=", limit: 100}});
errors++;
}
if(data3 < 1 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/steps",keyword:"minimum",params:{comparison: ">=", limit: 1}});
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
