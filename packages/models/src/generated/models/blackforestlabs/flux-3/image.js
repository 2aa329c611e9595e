// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "blackforestlabs/flux-3/image",
  "display_name": "FLUX 3 Image",
  "description": "Makes an image from a written description in one of six square, portrait or landscape sizes.",
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
        "A lighthouse keeper's kitchen at dawn, enamel kettle on the stove, blue light through salt-stained windows"
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
      "default": "landscape_4_3"
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
    "title": "A kitchen at dawn",
    "input": {
      "prompt": "A lighthouse keeper's kitchen at dawn, enamel kettle on the stove, blue light through salt-stained windows",
      "image_size": "landscape_16_9"
    }
  }
];

const schema0 = {"type":"object","required":["prompt"],"properties":{"prompt":{"type":"string"},"image_size":{"type":"string","enum":["square_hd","square","portrait_4_3","portrait_16_9","landscape_4_3","landscape_16_9"]},"seed":{"type":"integer"}}};

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.prompt === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "prompt"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
const err1 = {instancePath:instancePath+"/prompt",schemaPath:"#/properties/prompt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.image_size !== undefined){
let data1 = data.image_size;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/image_size",schemaPath:"#/properties/image_size/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((((((data1 === "square_hd") || (data1 === "square")) || (data1 === "portrait_4_3")) || (data1 === "portrait_16_9")) || (data1 === "landscape_4_3")) || (data1 === "landscape_16_9"))){
const err3 = {instancePath:instancePath+"/image_size",schemaPath:"#/properties/image_size/enum",keyword:"enum",params:{allowedValues: schema0.properties.image_size.enum}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.seed !== undefined){
let data2 = data.seed;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
const err4 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}

export const validator = /* @__PURE__ */ createValidator(validate0, ["prompt","image_size","seed"]);
