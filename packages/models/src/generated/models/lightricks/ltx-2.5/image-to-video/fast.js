// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../../runtime/validator.js";

export const metadata = {
  "model_id": "lightricks/ltx-2.5/image-to-video/fast",
  "display_name": "LTX-2.5 Fast Image to Video",
  "description": "Animates an image by a written description with a chosen camera motion and sound, up to 20 seconds or 4K, favouring speed.",
  "kind": "model",
  "categories": [
    "image-to-video"
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
    "prompt",
    "image_url"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What happens in the video.",
      "type": "string",
      "examples": [
        "Morning light moves across the table, a hand reaches in and lifts the cup out of the frame"
      ]
    },
    "image_url": {
      "title": "First frame",
      "description": "The image that the video starts from.",
      "type": "string",
      "format": "image_uri"
    },
    "end_image_url": {
      "title": "Last frame",
      "description": "The image that the video ends on.",
      "type": "string",
      "format": "image_uri"
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the video; auto lets the model choose.",
      "type": "string",
      "enum": [
        "auto",
        "16:9",
        "9:16"
      ],
      "default": "auto"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the video; 2160p is 4K.",
      "type": "string",
      "enum": [
        "720p",
        "1080p",
        "1440p",
        "2160p"
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
        "10",
        "12",
        "14",
        "16",
        "18",
        "20"
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
        48,
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
    "title": "Morning at the table",
    "input": {
      "prompt": "Morning light moves across the table, a hand reaches in and lifts the cup out of the frame",
      "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
      "duration": "8",
      "camera_motion": "dolly_in"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "auto",
        "16:9",
        "9:16"
      ]
    },
    "resolution": {
      "enum": [
        "720p",
        "1080p",
        "1440p",
        "2160p"
      ]
    },
    "duration": {
      "enum": [
        "auto",
        "6",
        "8",
        "10",
        "12",
        "14",
        "16",
        "18",
        "20"
      ]
    },
    "fps": {
      "enum": [
        24,
        25,
        48,
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
const formats0 = /^(?:https?:\/\/[^\s/?#]|data:)/i;

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.prompt === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "prompt"}});
errors++;
}
if(data.image_url === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "image_url"}});
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.image_url !== undefined){
let data1 = data.image_url;
if(typeof data1 === "string"){
if(!(formats0.test(data1))){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_url",keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/image_url",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.end_image_url !== undefined){
let data2 = data.end_image_url;
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
vErrors = addError(vErrors, {instancePath:instancePath+"/end_image_url",keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/end_image_url",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.aspect_ratio !== undefined){
let data3 = data.aspect_ratio;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data3 === "auto") || (data3 === "16:9")) || (data3 === "9:16"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"enum",params:{allowedValues: schema0.properties.aspect_ratio.enum}});
errors++;
}
}
if(data.resolution !== undefined){
let data4 = data.resolution;
if(typeof data4 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((data4 === "720p") || (data4 === "1080p")) || (data4 === "1440p")) || (data4 === "2160p"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.duration !== undefined){
let data5 = data.duration;
if(typeof data5 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((((data5 === "auto") || (data5 === "6")) || (data5 === "8")) || (data5 === "10")) || (data5 === "12")) || (data5 === "14")) || (data5 === "16")) || (data5 === "18")) || (data5 === "20"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"enum",params:{allowedValues: schema0.properties.duration.enum}});
errors++;
}
}
if(data.fps !== undefined){
let data6 = data.fps;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/fps",keyword:"type",params:{type: "integer"}});
errors++;
}
if(!((((data6 === 24) || (data6 === 25)) || (data6 === 48)) || (data6 === 50))){
vErrors = addError(vErrors, {instancePath:instancePath+"/fps",keyword:"enum",params:{allowedValues: schema0.properties.fps.enum}});
errors++;
}
}
if(data.camera_motion !== undefined){
let data7 = data.camera_motion;
if(typeof data7 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/camera_motion",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((data7 === "dolly_in") || (data7 === "dolly_out")) || (data7 === "dolly_left")) || (data7 === "dolly_right")) || (data7 === "jib_up")) || (data7 === "jib_down")) || (data7 === "static")) || (data7 === "focus_shift"))){
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
