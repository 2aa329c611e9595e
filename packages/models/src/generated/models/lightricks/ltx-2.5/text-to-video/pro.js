// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { createValidator } from "../../../../runtime/validator.js";

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

const schema0 = {"type":"object","required":["prompt"],"properties":{"prompt":{"type":"string"},"aspect_ratio":{"type":"string","enum":["16:9","9:16"]},"resolution":{"type":"string","enum":["720p","1080p"]},"duration":{"type":"string","enum":["auto","6","8","10"]},"fps":{"type":"integer","enum":[24,25,50]},"camera_motion":{"type":"string","enum":["dolly_in","dolly_out","dolly_left","dolly_right","jib_up","jib_down","static","focus_shift"]},"generate_audio":{"type":"boolean"}}};

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.prompt === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "prompt"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
const err1 = {instancePath:instancePath+"/prompt",schemaPath:"#/properties/prompt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.aspect_ratio !== undefined){
let data1 = data.aspect_ratio;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/aspect_ratio",schemaPath:"#/properties/aspect_ratio/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((data1 === "16:9") || (data1 === "9:16"))){
const err3 = {instancePath:instancePath+"/aspect_ratio",schemaPath:"#/properties/aspect_ratio/enum",keyword:"enum",params:{allowedValues: schema0.properties.aspect_ratio.enum}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.resolution !== undefined){
let data2 = data.resolution;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data2 === "720p") || (data2 === "1080p"))){
const err5 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/enum",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.duration !== undefined){
let data3 = data.duration;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/duration",schemaPath:"#/properties/duration/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((data3 === "auto") || (data3 === "6")) || (data3 === "8")) || (data3 === "10"))){
const err7 = {instancePath:instancePath+"/duration",schemaPath:"#/properties/duration/enum",keyword:"enum",params:{allowedValues: schema0.properties.duration.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.fps !== undefined){
let data4 = data.fps;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
const err8 = {instancePath:instancePath+"/fps",schemaPath:"#/properties/fps/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!(((data4 === 24) || (data4 === 25)) || (data4 === 50))){
const err9 = {instancePath:instancePath+"/fps",schemaPath:"#/properties/fps/enum",keyword:"enum",params:{allowedValues: schema0.properties.fps.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.camera_motion !== undefined){
let data5 = data.camera_motion;
if(typeof data5 !== "string"){
const err10 = {instancePath:instancePath+"/camera_motion",schemaPath:"#/properties/camera_motion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!((((((((data5 === "dolly_in") || (data5 === "dolly_out")) || (data5 === "dolly_left")) || (data5 === "dolly_right")) || (data5 === "jib_up")) || (data5 === "jib_down")) || (data5 === "static")) || (data5 === "focus_shift"))){
const err11 = {instancePath:instancePath+"/camera_motion",schemaPath:"#/properties/camera_motion/enum",keyword:"enum",params:{allowedValues: schema0.properties.camera_motion.enum}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.generate_audio !== undefined){
if(typeof data.generate_audio !== "boolean"){
const err12 = {instancePath:instancePath+"/generate_audio",schemaPath:"#/properties/generate_audio/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}

export const validator = /* @__PURE__ */ createValidator(validate0, ["prompt","aspect_ratio","resolution","duration","fps","camera_motion","generate_audio"]);
