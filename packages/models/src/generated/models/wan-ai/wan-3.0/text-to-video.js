// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "wan-ai/wan-3.0/text-to-video",
  "display_name": "Wan 3.0 Text to Video",
  "description": "Makes a video of up to 30 seconds from a written description, with sound unless it is turned off.",
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
        "A night train crosses a snowy viaduct under a full moon, wide aerial shot, the wheels clattering on the rails"
      ]
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the video; adaptive lets the model choose.",
      "type": "string",
      "enum": [
        "16:9",
        "9:16",
        "1:1",
        "4:3",
        "3:4",
        "adaptive"
      ],
      "default": "16:9"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the video.",
      "type": "string",
      "enum": [
        "480p",
        "720p",
        "1080p"
      ],
      "default": "720p"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "minimum": 2,
      "maximum": 30,
      "default": 5
    },
    "enable_audio": {
      "title": "Sound",
      "description": "Whether the video comes with sound.",
      "type": "boolean",
      "default": true
    },
    "prompt_extend": {
      "title": "Prompt expansion",
      "description": "Whether the service elaborates the prompt before it is used.",
      "type": "boolean",
      "default": true
    },
    "seed": {
      "title": "Seed",
      "description": "The same seed and input give similar results.",
      "type": "integer"
    }
  }
};

export const examples = [
  {
    "title": "Night train",
    "input": {
      "prompt": "A night train crosses a snowy viaduct under a full moon, wide aerial shot, the wheels clattering on the rails",
      "duration": 12,
      "aspect_ratio": "16:9"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "16:9",
        "9:16",
        "1:1",
        "4:3",
        "3:4",
        "adaptive"
      ]
    },
    "resolution": {
      "enum": [
        "480p",
        "720p",
        "1080p"
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
if(!((((((data1 === "16:9") || (data1 === "9:16")) || (data1 === "1:1")) || (data1 === "4:3")) || (data1 === "3:4")) || (data1 === "adaptive"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"enum",params:{allowedValues: schema0.properties.aspect_ratio.enum}});
errors++;
}
}
if(data.resolution !== undefined){
let data2 = data.resolution;
if(typeof data2 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data2 === "480p") || (data2 === "720p")) || (data2 === "1080p"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.duration !== undefined){
let data3 = data.duration;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data3 == "number"){
if(data3 > 30 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"maximum",params:{comparison: "<=", limit: 30}});
errors++;
}
if(data3 < 2 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"minimum",params:{comparison: ">=", limit: 2}});
errors++;
}
}
}
if(data.enable_audio !== undefined){
if(typeof data.enable_audio !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/enable_audio",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.prompt_extend !== undefined){
if(typeof data.prompt_extend !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt_extend",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.seed !== undefined){
let data6 = data.seed;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"type",params:{type: "integer"}});
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
