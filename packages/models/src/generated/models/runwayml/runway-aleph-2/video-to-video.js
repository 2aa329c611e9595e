// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "runwayml/runway-aleph-2/video-to-video",
  "display_name": "Runway Aleph 2.0 Video to Video",
  "description": "Changes a video by a written instruction, optionally into another aspect ratio.",
  "kind": "model",
  "categories": [
    "video-to-video",
    "video-editing"
  ],
  "output_kind": "video",
  "price_unit": "second",
  "base_price_usd": null
};

export const inputSchema = {
  "type": "object",
  "required": [
    "prompt",
    "video_url"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What to change, and what to keep.",
      "type": "string",
      "examples": [
        "Replace the parked car with a white horse, matching the light and the shadows; keep the street unchanged"
      ]
    },
    "video_url": {
      "title": "Video",
      "description": "The video to change.",
      "type": "string",
      "format": "video_uri",
      "x-file-rules": [
        {
          "measure": "file_size_mb",
          "comparison": "<",
          "value": 16
        }
      ]
    },
    "target_aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the new video.",
      "type": "string",
      "enum": [
        "16:9",
        "4:3",
        "3:2",
        "1:1",
        "2:3",
        "3:4",
        "9:16",
        "21:9"
      ]
    },
    "seed": {
      "title": "Seed",
      "description": "The same seed and input give similar results.",
      "type": "integer",
      "minimum": 0,
      "maximum": 4294967295
    }
  }
};

export const examples = [
  {
    "title": "A horse in the street",
    "input": {
      "prompt": "Replace the parked car with a white horse, matching the light and the shadows; keep the street unchanged",
      "video_url": "https://example.com/clip.mp4",
      "target_aspect_ratio": "16:9"
    }
  }
];

const schema0 = {
  "properties": {
    "target_aspect_ratio": {
      "enum": [
        "16:9",
        "4:3",
        "3:2",
        "1:1",
        "2:3",
        "3:4",
        "9:16",
        "21:9"
      ]
    }
  }
};
const formats0 = /^(?:https?:\/\/[^\s/?#]|data:)/i;

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.prompt === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "prompt"}});
errors++;
}
if(data.video_url === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "video_url"}});
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.video_url !== undefined){
let data1 = data.video_url;
if(typeof data1 === "string"){
if(!(formats0.test(data1))){
vErrors = addError(vErrors, {instancePath:instancePath+"/video_url",keyword:"format",params:{format: "video_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/video_url",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.target_aspect_ratio !== undefined){
let data2 = data.target_aspect_ratio;
if(typeof data2 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/target_aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((data2 === "16:9") || (data2 === "4:3")) || (data2 === "3:2")) || (data2 === "1:1")) || (data2 === "2:3")) || (data2 === "3:4")) || (data2 === "9:16")) || (data2 === "21:9"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/target_aspect_ratio",keyword:"enum",params:{allowedValues: schema0.properties.target_aspect_ratio.enum}});
errors++;
}
}
if(data.seed !== undefined){
let data3 = data.seed;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data3 == "number"){
if(data3 > 4294967295 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}});
errors++;
}
if(data3 < 0 || isNaN(data3)){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"minimum",params:{comparison: ">=", limit: 0}});
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
