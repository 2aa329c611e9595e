// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "blackforestlabs/flux-3/text-to-video",
  "display_name": "FLUX 3 Text to Video",
  "description": "Makes a video of 5 to 20 seconds from a written description, with sound, in a shape and length that can be left to the model.",
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
        "A cook tosses noodles in a flaming wok at a night market, sparks rising, sizzling oil and chatter around"
      ]
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the video; auto lets the model choose.",
      "type": "string",
      "enum": [
        "auto",
        "21:9",
        "2:1",
        "16:9",
        "4:3",
        "1:1",
        "3:4",
        "9:16"
      ],
      "default": "auto"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the video.",
      "type": "string",
      "enum": [
        "720p",
        "1080p"
      ],
      "default": "720p"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds; auto lets the model choose.",
      "type": "string",
      "enum": [
        "auto",
        "5",
        "6",
        "7",
        "8",
        "9",
        "10",
        "11",
        "12",
        "13",
        "14",
        "15",
        "16",
        "17",
        "18",
        "19",
        "20"
      ],
      "default": "auto"
    },
    "generate_audio": {
      "title": "Sound",
      "description": "Whether the video comes with sound.",
      "type": "boolean",
      "default": true
    },
    "safety_tolerance": {
      "title": "Safety tolerance",
      "description": "How much the content filter lets through: 0 is the strictest, 4 the most tolerant.",
      "type": "integer",
      "minimum": 0,
      "maximum": 4,
      "default": 2
    }
  }
};

export const examples = [
  {
    "title": "Night market",
    "input": {
      "prompt": "A cook tosses noodles in a flaming wok at a night market, sparks rising, sizzling oil and chatter around",
      "duration": "10",
      "resolution": "1080p"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "auto",
        "21:9",
        "2:1",
        "16:9",
        "4:3",
        "1:1",
        "3:4",
        "9:16"
      ]
    },
    "resolution": {
      "enum": [
        "720p",
        "1080p"
      ]
    },
    "duration": {
      "enum": [
        "auto",
        "5",
        "6",
        "7",
        "8",
        "9",
        "10",
        "11",
        "12",
        "13",
        "14",
        "15",
        "16",
        "17",
        "18",
        "19",
        "20"
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
if(!((((((((data1 === "auto") || (data1 === "21:9")) || (data1 === "2:1")) || (data1 === "16:9")) || (data1 === "4:3")) || (data1 === "1:1")) || (data1 === "3:4")) || (data1 === "9:16"))){
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
if(!((data2 === "720p") || (data2 === "1080p"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.duration !== undefined){
let data3 = data.duration;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((((((((((((data3 === "auto") || (data3 === "5")) || (data3 === "6")) || (data3 === "7")) || (data3 === "8")) || (data3 === "9")) || (data3 === "10")) || (data3 === "11")) || (data3 === "12")) || (data3 === "13")) || (data3 === "14")) || (data3 === "15")) || (data3 === "16")) || (data3 === "17")) || (data3 === "18")) || (data3 === "19")) || (data3 === "20"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"enum",params:{allowedValues: schema0.properties.duration.enum}});
errors++;
}
}
if(data.generate_audio !== undefined){
if(typeof data.generate_audio !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/generate_audio",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.safety_tolerance !== undefined){
let data5 = data.safety_tolerance;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/safety_tolerance",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data5 == "number"){
if(data5 > 4 || isNaN(data5)){
vErrors = addError(vErrors, {instancePath:instancePath+"/safety_tolerance",keyword:"maximum",params:{comparison: "<=", limit: 4}});
errors++;
}
if(data5 < 0 || isNaN(data5)){
vErrors = addError(vErrors, {instancePath:instancePath+"/safety_tolerance",keyword:"minimum",params:{comparison: ">=", limit: 0}});
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
