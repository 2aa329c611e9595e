// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

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
  "base_price_usd": null,
  "price_quantity": {
    "field": "duration"
  }
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

const schema0 = {};

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tags === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "tags"}});
errors++;
}
if(data.tags !== undefined){
if(typeof data.tags !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/tags",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.lyrics !== undefined){
if(typeof data.lyrics !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/lyrics",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.duration !== undefined){
let data2 = data.duration;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data2 == "number"){
if(data2 > 240 || isNaN(data2)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"maximum",params:{comparison: "<=", limit: 240}});
errors++;
}
if(data2 < 5 || isNaN(data2)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"minimum",params:{comparison: ">=", limit: 5}});
errors++;
}
}
}
if(data.seed !== undefined){
let data3 = data.seed;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data3 == "number"){
if(data3 > 2147483647 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}});
errors++;
}
if(data3 < -1 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"minimum",params:{comparison: ">=", limit: -1}});
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
