// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "alibaba/happyhorse-1.1/text-to-video",
  "display_name": "HappyHorse 1.1 Text to Video",
  "description": "Makes a video of 3 to 15 seconds from a written description, at 720p or 1080p.",
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
        "Two foals race along a beach at sunrise, spray flying from their hooves, drone shot from the side"
      ]
    },
    "ratio": {
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
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the video.",
      "type": "string",
      "enum": [
        "720P",
        "1080P"
      ],
      "default": "1080P"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "minimum": 3,
      "maximum": 15,
      "default": 5
    }
  }
};

export const examples = [
  {
    "title": "Foals on the beach",
    "input": {
      "prompt": "Two foals race along a beach at sunrise, spray flying from their hooves, drone shot from the side",
      "ratio": "16:9",
      "duration": 6
    }
  }
];

const schema0 = {
  "properties": {
    "ratio": {
      "enum": [
        "16:9",
        "9:16",
        "1:1"
      ]
    },
    "resolution": {
      "enum": [
        "720P",
        "1080P"
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
if(data.ratio !== undefined){
let data1 = data.ratio;
if(typeof data1 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data1 === "16:9") || (data1 === "9:16")) || (data1 === "1:1"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/ratio",keyword:"enum",params:{allowedValues: schema0.properties.ratio.enum}});
errors++;
}
}
if(data.resolution !== undefined){
let data2 = data.resolution;
if(typeof data2 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data2 === "720P") || (data2 === "1080P"))){
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
if(data3 > 15 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"maximum",params:{comparison: "<=", limit: 15}});
errors++;
}
if(data3 < 3 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"minimum",params:{comparison: ">=", limit: 3}});
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
