// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../../runtime/validator.js";

export const metadata = {
  "model_id": "lightricks/ltx-2.5/text-to-video/pro",
  "display_name": "LTX-2.5 Pro Text to Video",
  "description": "Makes a video of up to 10 seconds from a written description with a chosen camera motion and sound, up to 1080p.",
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
        "An astronaut plants a small tree on a red desert plain, dust in the wind, muffled breathing inside the helmet"
      ]
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the video.",
      "type": "string",
      "enum": [
        "16:9",
        "9:16"
      ],
      "default": "16:9"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the video.",
      "type": "string",
      "enum": [
        "720p",
        "1080p"
      ],
      "default": "1080p"
    },
    "duration": {
      "title": "Duration",
      "description": "Length of the video in seconds; auto lets the model choose.",
      "type": "string",
      "enum": [
        "auto",
        "6",
        "8",
        "10"
      ],
      "default": "10"
    },
    "fps": {
      "title": "Frame rate",
      "description": "Frames per second of the video.",
      "type": "integer",
      "enum": [
        24,
        25,
        50
      ],
      "default": 25
    },
    "camera_motion": {
      "title": "Camera motion",
      "description": "How the camera moves; static holds it still, focus_shift changes what is sharp.",
      "type": "string",
      "enum": [
        "dolly_in",
        "dolly_out",
        "dolly_left",
        "dolly_right",
        "jib_up",
        "jib_down",
        "static",
        "focus_shift"
      ]
    },
    "generate_audio": {
      "title": "Sound",
      "description": "Whether the video comes with sound.",
      "type": "boolean",
      "default": true
    }
  }
};

export const examples = [
  {
    "title": "A tree on a red plain",
    "input": {
      "prompt": "An astronaut plants a small tree on a red desert plain, dust in the wind, muffled breathing inside the helmet",
      "duration": "8",
      "camera_motion": "jib_up"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "16:9",
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
        "6",
        "8",
        "10"
      ]
    },
    "fps": {
      "enum": [
        24,
        25,
        50
      ]
    },
    "camera_motion": {
      "enum": [
        "dolly_in",
        "dolly_out",
        "dolly_left",
        "dolly_right",
        "jib_up",
        "jib_down",
        "static",
        "focus_shift"
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
if(!((data1 === "16:9") || (data1 === "9:16"))){
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
if(!((((data3 === "auto") || (data3 === "6")) || (data3 === "8")) || (data3 === "10"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"enum",params:{allowedValues: schema0.properties.duration.enum}});
errors++;
}
}
if(data.fps !== undefined){
let data4 = data.fps;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/fps",keyword:"type",params:{type: "integer"}});
errors++;
}
if(!(((data4 === 24) || (data4 === 25)) || (data4 === 50))){
vErrors = addError(vErrors, {instancePath:instancePath+"/fps",keyword:"enum",params:{allowedValues: schema0.properties.fps.enum}});
errors++;
}
}
if(data.camera_motion !== undefined){
let data5 = data.camera_motion;
if(typeof data5 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/camera_motion",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((data5 === "dolly_in") || (data5 === "dolly_out")) || (data5 === "dolly_left")) || (data5 === "dolly_right")) || (data5 === "jib_up")) || (data5 === "jib_down")) || (data5 === "static")) || (data5 === "focus_shift"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/camera_motion",keyword:"enum",params:{allowedValues: schema0.properties.camera_motion.enum}});
errors++;
}
}
if(data.generate_audio !== undefined){
if(typeof data.generate_audio !== "boolean"){
vErrors = addError(vErrors, {instancePath:instancePath+"/generate_audio",keyword:"type",params:{type: "boolean"}});
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
