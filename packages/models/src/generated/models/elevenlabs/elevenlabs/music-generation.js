// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "elevenlabs/elevenlabs/music-generation",
  "display_name": "ElevenLabs Music Generation",
  "description": "Makes a piece of music of 5 seconds to 5 minutes from a written description, with or without vocals.",
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
    "prompt"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What the music sounds like: genre, mood, instruments, vocals.",
      "type": "string",
      "examples": [
        "Upbeat bossa nova with nylon guitar, soft shaker and muted trumpet for a coffee shop on a Sunday morning"
      ]
    },
    "music_length_ms": {
      "title": "Length",
      "description": "Length of the music in milliseconds.",
      "type": "integer",
      "minimum": 5000,
      "maximum": 300000,
      "default": 40000
    },
    "force_instrumental": {
      "title": "Instrumental",
      "description": "Whether the music must have no vocals.",
      "type": "boolean",
      "default": false
    },
    "output_format": {
      "title": "Output format",
      "description": "File format and quality of the audio.",
      "type": "string",
      "enum": [
        "mp3_standard",
        "mp3_high_quality",
        "wav_16khz",
        "wav_22khz",
        "wav_24khz",
        "wav_cd_quality"
      ],
      "default": "mp3_standard"
    }
  }
};

export const examples = [
  {
    "title": "Sunday bossa nova",
    "input": {
      "prompt": "Upbeat bossa nova with nylon guitar, soft shaker and muted trumpet for a coffee shop on a Sunday morning",
      "music_length_ms": 60000,
      "force_instrumental": true
    }
  }
];

const schema0 = {"type":"object","required":["prompt"],"properties":{"prompt":{"type":"string"},"music_length_ms":{"type":"integer","minimum":5000,"maximum":300000},"force_instrumental":{"type":"boolean"},"output_format":{"type":"string","enum":["mp3_standard","mp3_high_quality","wav_16khz","wav_22khz","wav_24khz","wav_cd_quality"]}}};

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
if(data.music_length_ms !== undefined){
let data1 = data.music_length_ms;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
const err2 = {instancePath:instancePath+"/music_length_ms",schemaPath:"#/properties/music_length_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data1 == "number"){
if(data1 > 300000 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/music_length_ms",schemaPath:"#/properties/music_length_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300000}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 5000 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/music_length_ms",schemaPath:"#/properties/music_length_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 5000}};
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
if(data.force_instrumental !== undefined){
if(typeof data.force_instrumental !== "boolean"){
const err5 = {instancePath:instancePath+"/force_instrumental",schemaPath:"#/properties/force_instrumental/type",keyword:"type",params:{type: "boolean"}};
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
if(!((((((data3 === "mp3_standard") || (data3 === "mp3_high_quality")) || (data3 === "wav_16khz")) || (data3 === "wav_22khz")) || (data3 === "wav_24khz")) || (data3 === "wav_cd_quality"))){
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

export const validator = /* @__PURE__ */ createValidator(validate0, ["prompt","music_length_ms","force_instrumental","output_format"]);
