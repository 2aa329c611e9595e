// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "runwayml/runway-aleph-2/video-to-video",
  "display_name": "Runway Aleph 2.0 Video to Video",
  "description": "Changes a video by a written instruction, optionally into another aspect ratio.",
  "kind": "model",
  "categories": [
    "video-to-video",
    "video-editing"
  ],
  "output_kind": "video",
  "price_unit": "second",
  "base_price_usd": null
};

export const inputSchema = {
  "type": "object",
  "required": [
    "prompt",
    "video_url"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What to change, and what to keep.",
      "type": "string",
      "examples": [
        "Replace the parked car with a white horse, matching the light and the shadows; keep the street unchanged"
      ]
    },
    "video_url": {
      "title": "Video",
      "description": "The video to change.",
      "type": "string",
      "format": "video_uri",
      "x-file-rules": [
        {
          "measure": "file_size_mb",
          "comparison": "<",
          "value": 16
        }
      ]
    },
    "target_aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the new video.",
      "type": "string",
      "enum": [
        "16:9",
        "4:3",
        "3:2",
        "1:1",
        "2:3",
        "3:4",
        "9:16",
        "21:9"
      ]
    },
    "seed": {
      "title": "Seed",
      "description": "The same seed and input give similar results.",
      "type": "integer",
      "minimum": 0,
      "maximum": 4294967295
    }
  }
};

export const examples = [
  {
    "title": "A horse in the street",
    "input": {
      "prompt": "Replace the parked car with a white horse, matching the light and the shadows; keep the street unchanged",
      "video_url": "https://example.com/clip.mp4",
      "target_aspect_ratio": "16:9"
    }
  }
];

const schema0 = {"type":"object","required":["prompt","video_url"],"properties":{"prompt":{"type":"string"},"video_url":{"type":"string","format":"video_uri"},"target_aspect_ratio":{"type":"string","enum":["16:9","4:3","3:2","1:1","2:3","3:4","9:16","21:9"]},"seed":{"type":"integer","minimum":0,"maximum":4294967295}}};
const formats0 = /^(?:https?:\/\/[^\s/?#]|data:)/i;

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
if(data.video_url === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "video_url"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
const err2 = {instancePath:instancePath+"/prompt",schemaPath:"#/properties/prompt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.video_url !== undefined){
let data1 = data.video_url;
if(typeof data1 === "string"){
if(!(formats0.test(data1))){
const err3 = {instancePath:instancePath+"/video_url",schemaPath:"#/properties/video_url/format",keyword:"format",params:{format: "video_uri"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/video_url",schemaPath:"#/properties/video_url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.target_aspect_ratio !== undefined){
let data2 = data.target_aspect_ratio;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/target_aspect_ratio",schemaPath:"#/properties/target_aspect_ratio/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((((((((data2 === "16:9") || (data2 === "4:3")) || (data2 === "3:2")) || (data2 === "1:1")) || (data2 === "2:3")) || (data2 === "3:4")) || (data2 === "9:16")) || (data2 === "21:9"))){
const err6 = {instancePath:instancePath+"/target_aspect_ratio",schemaPath:"#/properties/target_aspect_ratio/enum",keyword:"enum",params:{allowedValues: schema0.properties.target_aspect_ratio.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.seed !== undefined){
let data3 = data.seed;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
const err7 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(typeof data3 == "number"){
if(data3 > 4294967295 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}

export const validator = /* @__PURE__ */ createValidator(validate0, ["prompt","video_url","target_aspect_ratio","seed"]);
