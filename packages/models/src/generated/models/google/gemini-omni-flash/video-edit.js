// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "google/gemini-omni-flash/video-edit",
  "display_name": "Gemini Omni Flash Video Edit",
  "description": "Changes a video by a written instruction.",
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
        "Turn the daylight into a rainy evening with wet reflections on the ground; keep the people and the camera movement"
      ]
    },
    "video_url": {
      "title": "Video",
      "description": "The video to edit.",
      "type": "string",
      "format": "video_uri"
    }
  }
};

export const examples = [
  {
    "title": "From day to rainy evening",
    "input": {
      "prompt": "Turn the daylight into a rainy evening with wet reflections on the ground; keep the people and the camera movement",
      "video_url": "https://example.com/clip.mp4"
    }
  }
];

const schema0 = {};
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
}
else {
vErrors = addError(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}

export const validator = /* @__PURE__ */ createValidator(validate0);
