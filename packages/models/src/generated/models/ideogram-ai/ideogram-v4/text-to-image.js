// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { createValidator } from "../../../runtime/validator.js";

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

const schema0 = {"type":"object","required":["prompt"],"properties":{"prompt":{"type":"string"},"size":{"type":"string","enum":["1:1","3:4","4:3","16:9","9:16"]},"rendering_speed":{"type":"string","enum":["TURBO","BALANCED","QUALITY"]},"output_format":{"type":"string","enum":["png","jpeg"]}}};

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
if(data.size !== undefined){
let data1 = data.size;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((((data1 === "1:1") || (data1 === "3:4")) || (data1 === "4:3")) || (data1 === "16:9")) || (data1 === "9:16"))){
const err3 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/enum",keyword:"enum",params:{allowedValues: schema0.properties.size.enum}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.rendering_speed !== undefined){
let data2 = data.rendering_speed;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/rendering_speed",schemaPath:"#/properties/rendering_speed/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(((data2 === "TURBO") || (data2 === "BALANCED")) || (data2 === "QUALITY"))){
const err5 = {instancePath:instancePath+"/rendering_speed",schemaPath:"#/properties/rendering_speed/enum",keyword:"enum",params:{allowedValues: schema0.properties.rendering_speed.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.output_format !== undefined){
let data3 = data.output_format;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/output_format",schemaPath:"#/properties/output_format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((data3 === "png") || (data3 === "jpeg"))){
const err7 = {instancePath:instancePath+"/output_format",schemaPath:"#/properties/output_format/enum",keyword:"enum",params:{allowedValues: schema0.properties.output_format.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}

export const validator = /* @__PURE__ */ createValidator(validate0, ["prompt","size","rendering_speed","output_format"]);
