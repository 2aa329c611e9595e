// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "acestep-ai/ace-step-1.5/text-to-audio",
  "display_name": "ACE-Step 1.5 Text to Audio",
  "description": "Makes a piece of music of up to 240 seconds from tags of style, with lyrics if given.",
  "kind": "model",
  "categories": [
    "text-to-audio",
    "music-generation"
  ],
  "output_kind": "audio",
  "price_unit": "second",
  "base_price_usd": null
};

export const inputSchema = {
  "type": "object",
  "required": [
    "tags"
  ],
  "properties": {
    "tags": {
      "title": "Tags",
      "description": "Genre, mood, instruments and tempo, separated by commas.",
      "type": "string",
      "examples": [
        "indie folk, warm, fingerpicked acoustic guitar, brushed drums, female vocals, 92 bpm"
      ]
    },
    "lyrics": {
      "title": "Lyrics",
      "description": "Words to be sung, with the parts marked as [verse] or [chorus].",
      "type": "string"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the music in seconds.",
      "type": "integer",
      "minimum": 5,
      "maximum": 240,
      "default": 60
    },
    "seed": {
      "title": "Seed",
      "description": "The same seed and input give similar results; -1 picks a random seed.",
      "type": "integer",
      "minimum": -1,
      "maximum": 2147483647,
      "default": -1
    }
  }
};

export const examples = [
  {
    "title": "An indie folk song",
    "input": {
      "tags": "indie folk, warm, fingerpicked acoustic guitar, brushed drums, female vocals, 92 bpm",
      "lyrics": "[verse]\nPaper boats on the morning tide\nCarry the letters I never sent\n[chorus]\nLet the river read them all",
      "duration": 90
    }
  }
];

const schema0 = {"type":"object","required":["tags"],"properties":{"tags":{"type":"string"},"lyrics":{"type":"string"},"duration":{"type":"integer","minimum":5,"maximum":240},"seed":{"type":"integer","minimum":-1,"maximum":2147483647}}};

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tags === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tags"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.tags !== undefined){
if(typeof data.tags !== "string"){
const err1 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.lyrics !== undefined){
if(typeof data.lyrics !== "string"){
const err2 = {instancePath:instancePath+"/lyrics",schemaPath:"#/properties/lyrics/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.duration !== undefined){
let data2 = data.duration;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
const err3 = {instancePath:instancePath+"/duration",schemaPath:"#/properties/duration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data2 == "number"){
if(data2 > 240 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/duration",schemaPath:"#/properties/duration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 240}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 < 5 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/duration",schemaPath:"#/properties/duration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 5}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.seed !== undefined){
let data3 = data.seed;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
const err6 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data3 == "number"){
if(data3 > 2147483647 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3 < -1 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}

export const validator = /* @__PURE__ */ createValidator(validate0, ["tags","lyrics","duration","seed"]);
