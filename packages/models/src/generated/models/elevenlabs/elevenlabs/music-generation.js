// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

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
  "base_price_usd": null,
  "price_quantity": {
    "field": "music_length_ms",
    "factor": 0.001
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

const schema0 = {
  "properties": {
    "output_format": {
      "enum": [
        "mp3_standard",
        "mp3_high_quality",
        "wav_16khz",
        "wav_22khz",
        "wav_24khz",
        "wav_cd_quality"
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
if(data.music_length_ms !== undefined){
let data1 = data.music_length_ms;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/music_length_ms",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data1 == "number"){
if(data1 > 300000 || isNaN(data1)){
vErrors = addError(vErrors, {instancePath:instancePath+"/music_length_ms",keyword:"maximum",params:{comparison: "<=", limit: 300000}});
errors++;
}
if(data1 < 5000 || isNaN(data1)){
vErrors = addError(vErrors, {instancePath:instancePath+"/music_length_ms",keyword:"minimum",params:{comparison: ">=", limit: 5000}});
errors++;
}
}
}
if(data.force_instrumental !== undefined){
if(typeof data.force_instrumental !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/force_instrumental",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.output_format !== undefined){
let data3 = data.output_format;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/output_format",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data3 === "mp3_standard") || (data3 === "mp3_high_quality")) || (data3 === "wav_16khz")) || (data3 === "wav_22khz")) || (data3 === "wav_24khz")) || (data3 === "wav_cd_quality"))){
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
