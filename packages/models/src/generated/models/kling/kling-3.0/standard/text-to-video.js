// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../../runtime/validator.js";

export const metadata = {
  "model_id": "kling/kling-3.0/standard/text-to-video",
  "display_name": "Kling 3.0 Standard Text to Video",
  "description": "Makes a video of 3 to 15 seconds from a written description in the standard tier, with sound.",
  "kind": "model",
  "categories": [
    "text-to-video"
  ],
  "output_kind": "video",
  "price_unit": "second",
  "base_price_usd": null,
  "price_quantity": {
    "field": "duration"
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
      "description": "What happens in the video.",
      "type": "string",
      "examples": [
        "A barista pours a rosetta into a cappuccino, extreme close-up, milk swirling in slow motion, quiet café murmur"
      ]
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the video.",
      "type": "string",
      "enum": [
        "16:9",
        "9:16",
        "1:1"
      ],
      "default": "16:9"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "minimum": 3,
      "maximum": 15,
      "default": 5
    },
    "sound": {
      "title": "Sound",
      "description": "Whether the video comes with sound.",
      "type": "boolean",
      "default": true
    },
    "shot_type": {
      "title": "Shot type",
      "description": "How the shots are planned; intelligent leaves it to the model.",
      "type": "string",
      "enum": [
        "intelligent",
        "customize"
      ],
      "default": "intelligent"
    },
    "cfg_scale": {
      "title": "Prompt adherence",
      "description": "How closely the video follows the prompt, from 0 (loosely) to 1 (closely).",
      "type": "number",
      "minimum": 0,
      "maximum": 1,
      "default": 0.5
    },
    "negative_prompt": {
      "title": "Negative prompt",
      "description": "What the video should not show.",
      "type": "string"
    }
  }
};

export const examples = [
  {
    "title": "Latte art",
    "input": {
      "prompt": "A barista pours a rosetta into a cappuccino, extreme close-up, milk swirling in slow motion, quiet café murmur",
      "aspect_ratio": "9:16",
      "duration": 8
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "16:9",
        "9:16",
        "1:1"
      ]
    },
    "shot_type": {
      "enum": [
        "intelligent",
        "customize"
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
if(data.aspect_ratio !== undefined){
let data1 = data.aspect_ratio;
if(typeof data1 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data1 === "16:9") || (data1 === "9:16")) || (data1 === "1:1"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"enum",params:{allowedValues: schema0.properties.aspect_ratio.enum}});
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
if(data2 > 15 || isNaN(data2)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"maximum",params:{comparison: "<=", limit: 15}});
errors++;
}
if(data2 < 3 || isNaN(data2)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"minimum",params:{comparison: ">=", limit: 3}});
errors++;
}
}
}
if(data.sound !== undefined){
if(typeof data.sound !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/sound",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.shot_type !== undefined){
let data4 = data.shot_type;
if(typeof data4 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/shot_type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data4 === "intelligent") || (data4 === "customize"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/shot_type",keyword:"enum",params:{allowedValues: schema0.properties.shot_type.enum}});
errors++;
}
}
if(data.cfg_scale !== undefined){
let data5 = data.cfg_scale;
if(typeof data5 == "number"){
if(data5 > 1 || isNaN(data5)){
vErrors = addError(vErrors, {instancePath:instancePath+"/cfg_scale",keyword:"maximum",params:{comparison: "<=", limit: 1}});
errors++;
}
if(data5 < 0 || isNaN(data5)){
vErrors = addError(vErrors, {instancePath:instancePath+"/cfg_scale",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/cfg_scale",keyword:"type",params:{type: "number"}});
errors++;
}
}
if(data.negative_prompt !== undefined){
if(typeof data.negative_prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/negative_prompt",keyword:"type",params:{type: "string"}});
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
