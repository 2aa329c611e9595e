// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "bytedance/seed-audio-1.0/text-to-audio",
  "display_name": "Seed Audio 1.0 Text to Audio",
  "description": "Makes speech and sound from a written prompt, in a preset voice or guided by reference audio or an image.",
  "kind": "model",
  "categories": [
    "text-to-audio",
    "text-to-speech"
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
      "description": "The words to speak and the voices and sounds to hear.",
      "type": "string",
      "examples": [
        "A calm museum guide says: 'Welcome to the gallery of maps. Please follow the blue line to the first room.' Soft footsteps echo behind her."
      ]
    },
    "audio_urls": {
      "title": "Reference audio",
      "description": "Recordings that guide the voice or the sound, up to 3; not together with image_url.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "audio_uri"
      },
      "maxItems": 3
    },
    "image_url": {
      "title": "Reference image",
      "description": "An image that guides the voice or the sound; not together with audio_urls.",
      "type": "string",
      "format": "image_uri"
    },
    "voice": {
      "title": "Voice",
      "description": "The preset voice that speaks; its name carries the codes of its languages.",
      "type": "string",
      "enum": [
        "vivi_mixed_en_zh_ja_es_id",
        "mindy_en_es_id_pt_zh",
        "kian_en_zh",
        "cedric_en_zh",
        "sophie_en_zh",
        "jean_en_zh",
        "magnus_en_zh",
        "mabel_en_zh",
        "nadia_en_zh",
        "opal_en_zh",
        "pearl_en_zh",
        "quentin_en_zh",
        "corinne_mixed_en_zh",
        "esther_mixed_en_zh",
        "lyla_mixed_en_zh",
        "tracy_es_zh",
        "sandy_es_mixed_en_zh",
        "felix_zh",
        "celeste_zh",
        "monkey_king_zh"
      ],
      "default": "vivi_mixed_en_zh_ja_es_id"
    },
    "speed": {
      "title": "Speed",
      "description": "Speed of the speech as a factor; 1 is normal.",
      "type": "number",
      "minimum": 0.5,
      "maximum": 2,
      "default": 1
    },
    "pitch": {
      "title": "Pitch",
      "description": "Shift of the pitch in semitones; 0 leaves it as it is.",
      "type": "integer",
      "minimum": -12,
      "maximum": 12,
      "default": 0
    },
    "volume": {
      "title": "Volume",
      "description": "Loudness as a factor; 1 is normal.",
      "type": "number",
      "minimum": 0.5,
      "maximum": 2,
      "default": 1
    },
    "output_format": {
      "title": "Output format",
      "description": "File format of the audio; pcm is raw samples.",
      "type": "string",
      "enum": [
        "wav",
        "mp3",
        "ogg_opus",
        "pcm"
      ],
      "default": "mp3"
    },
    "sample_rate": {
      "title": "Sample rate",
      "description": "Sample rate of the audio in hertz.",
      "type": "integer",
      "enum": [
        8000,
        16000,
        24000,
        32000,
        44100,
        48000
      ],
      "default": 24000
    }
  },
  "not": {
    "required": [
      "audio_urls",
      "image_url"
    ]
  }
};

export const examples = [
  {
    "title": "A museum guide",
    "input": {
      "prompt": "A calm museum guide says: 'Welcome to the gallery of maps. Please follow the blue line to the first room.' Soft footsteps echo behind her.",
      "voice": "sophie_en_zh",
      "speed": 0.9,
      "output_format": "wav"
    }
  }
];

const schema0 = {
  "properties": {
    "voice": {
      "enum": [
        "vivi_mixed_en_zh_ja_es_id",
        "mindy_en_es_id_pt_zh",
        "kian_en_zh",
        "cedric_en_zh",
        "sophie_en_zh",
        "jean_en_zh",
        "magnus_en_zh",
        "mabel_en_zh",
        "nadia_en_zh",
        "opal_en_zh",
        "pearl_en_zh",
        "quentin_en_zh",
        "corinne_mixed_en_zh",
        "esther_mixed_en_zh",
        "lyla_mixed_en_zh",
        "tracy_es_zh",
        "sandy_es_mixed_en_zh",
        "felix_zh",
        "celeste_zh",
        "monkey_king_zh"
      ]
    },
    "output_format": {
      "enum": [
        "wav",
        "mp3",
        "ogg_opus",
        "pcm"
      ]
    },
    "sample_rate": {
      "enum": [
        8000,
        16000,
        24000,
        32000,
        44100,
        48000
      ]
    }
  }
};
const formats0 = /^(?:https?:\/\/[^\s/?#]|data:)/i;
const formats2 = /^(?:https?:\/\/[^\s/?#]|data:)/i;

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.audio_urls === undefined) && (missing0 = "audio_urls")) || ((data.image_url === undefined) && (missing0 = "image_url"))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid0 = _errs2 === errors;
if(valid0){
vErrors = addError(vErrors, {instancePath,keyword:"not",params:{}});
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
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
if(data.audio_urls !== undefined){
let data1 = data.audio_urls;
if(Array.isArray(data1)){
if(data1.length > 3){
vErrors = addError(vErrors, {instancePath:instancePath+"/audio_urls",keyword:"maxItems",params:{limit: 3}});
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
vErrors = addError(vErrors, {instancePath:instancePath+"/audio_urls/" + i0,keyword:"format",params:{format: "audio_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/audio_urls/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/audio_urls",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.image_url !== undefined){
let data3 = data.image_url;
if(typeof data3 === "string"){
if(!(formats2.test(data3))){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_url",keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/image_url",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.voice !== undefined){
let data4 = data.voice;
if(typeof data4 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/voice",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data4 === "vivi_mixed_en_zh_ja_es_id") || (data4 === "mindy_en_es_id_pt_zh")) || (data4 === "kian_en_zh")) || (data4 === "cedric_en_zh")) || (data4 === "sophie_en_zh")) || (data4 === "jean_en_zh")) || (data4 === "magnus_en_zh")) || (data4 === "mabel_en_zh")) || (data4 === "nadia_en_zh")) || (data4 === "opal_en_zh")) || (data4 === "pearl_en_zh")) || (data4 === "quentin_en_zh")) || (data4 === "corinne_mixed_en_zh")) || (data4 === "esther_mixed_en_zh")) || (data4 === "lyla_mixed_en_zh")) || (data4 === "tracy_es_zh")) || (data4 === "sandy_es_mixed_en_zh")) || (data4 === "felix_zh")) || (data4 === "celeste_zh")) || (data4 === "monkey_king_zh"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/voice",keyword:"enum",params:{allowedValues: schema0.properties.voice.enum}});
errors++;
}
}
if(data.speed !== undefined){
let data5 = data.speed;
if(typeof data5 == "number"){
if(data5 > 2 || isNaN(data5)){
vErrors = addError(vErrors, {instancePath:instancePath+"/speed",keyword:"maximum",params:{comparison: "<=", limit: 2}});
errors++;
}
if(data5 < 0.5 || isNaN(data5)){
vErrors = addError(vErrors, {instancePath:instancePath+"/speed",keyword:"minimum",params:{comparison: ">=", limit: 0.5}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/speed",keyword:"type",params:{type: "number"}});
errors++;
}
}
if(data.pitch !== undefined){
let data6 = data.pitch;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/pitch",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data6 == "number"){
if(data6 > 12 || isNaN(data6)){
vErrors = addError(vErrors, {instancePath:instancePath+"/pitch",keyword:"maximum",params:{comparison: "<=", limit: 12}});
errors++;
}
if(data6 < -12 || isNaN(data6)){
vErrors = addError(vErrors, {instancePath:instancePath+"/pitch",keyword:"minimum",params:{comparison: ">=", limit: -12}});
errors++;
}
}
}
if(data.volume !== undefined){
let data7 = data.volume;
if(typeof data7 == "number"){
if(data7 > 2 || isNaN(data7)){
vErrors = addError(vErrors, {instancePath:instancePath+"/volume",keyword:"maximum",params:{comparison: "<=", limit: 2}});
errors++;
}
if(data7 < 0.5 || isNaN(data7)){
vErrors = addError(vErrors, {instancePath:instancePath+"/volume",keyword:"minimum",params:{comparison: ">=", limit: 0.5}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/volume",keyword:"type",params:{type: "number"}});
errors++;
}
}
if(data.output_format !== undefined){
let data8 = data.output_format;
if(typeof data8 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/output_format",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((data8 === "wav") || (data8 === "mp3")) || (data8 === "ogg_opus")) || (data8 === "pcm"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/output_format",keyword:"enum",params:{allowedValues: schema0.properties.output_format.enum}});
errors++;
}
}
if(data.sample_rate !== undefined){
let data9 = data.sample_rate;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/sample_rate",keyword:"type",params:{type: "integer"}});
errors++;
}
if(!((((((data9 === 8000) || (data9 === 16000)) || (data9 === 24000)) || (data9 === 32000)) || (data9 === 44100)) || (data9 === 48000))){
vErrors = addError(vErrors, {instancePath:instancePath+"/sample_rate",keyword:"enum",params:{allowedValues: schema0.properties.sample_rate.enum}});
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
