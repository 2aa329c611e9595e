// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "minimax/minimax-h3/text-to-video",
  "display_name": "MiniMax H3 Text to Video",
  "description": "Makes a video of 4 to 15 seconds from a written description, at 768p or 2K.",
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
        "A glassblower turns a glowing orange bubble in a dark workshop, sparks on the floor, slow push-in"
      ]
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the video.",
      "type": "string",
      "enum": [
        "21:9",
        "16:9",
        "4:3",
        "1:1",
        "3:4",
        "9:16"
      ],
      "default": "16:9"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the video.",
      "type": "string",
      "enum": [
        "768p",
        "2k"
      ],
      "default": "768p"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds.",
      "type": "integer",
      "enum": [
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15
      ],
      "default": 5
    }
  }
};

export const examples = [
  {
    "title": "The glassblower",
    "input": {
      "prompt": "A glassblower turns a glowing orange bubble in a dark workshop, sparks on the floor, slow push-in",
      "aspect_ratio": "21:9",
      "resolution": "2k"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "21:9",
        "16:9",
        "4:3",
        "1:1",
        "3:4",
        "9:16"
      ]
    },
    "resolution": {
      "enum": [
        "768p",
        "2k"
      ]
    },
    "duration": {
      "enum": [
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15
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
if(!((((((data1 === "21:9") || (data1 === "16:9")) || (data1 === "4:3")) || (data1 === "1:1")) || (data1 === "3:4")) || (data1 === "9:16"))){
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
if(!((data2 === "768p") || (data2 === "2k"))){
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
if(!((((((((((((data3 === 4) || (data3 === 5)) || (data3 === 6)) || (data3 === 7)) || (data3 === 8)) || (data3 === 9)) || (data3 === 10)) || (data3 === 11)) || (data3 === 12)) || (data3 === 13)) || (data3 === 14)) || (data3 === 15))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"enum",params:{allowedValues: schema0.properties.duration.enum}});
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
