// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "blackforestlabs/flux-3/image-to-video",
  "display_name": "FLUX 3 Image to Video",
  "description": "Animates an image by a written description for 5 to 20 seconds, with sound.",
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
        "She turns to the camera, smiles and tucks a strand of hair behind her ear while traffic hums outside"
      ]
    },
    "image_url": {
      "title": "First frame",
      "description": "The image that the video starts from.",
      "type": "string",
      "format": "image_uri"
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
    "title": "A turn to the camera",
    "input": {
      "prompt": "She turns to the camera, smiles and tucks a strand of hair behind her ear while traffic hums outside",
      "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
      "duration": "6"
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
if(data.aspect_ratio !== undefined){
let data2 = data.aspect_ratio;
if(typeof data2 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((data2 === "auto") || (data2 === "21:9")) || (data2 === "2:1")) || (data2 === "16:9")) || (data2 === "4:3")) || (data2 === "1:1")) || (data2 === "3:4")) || (data2 === "9:16"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"enum",params:{allowedValues: schema0.properties.aspect_ratio.enum}});
errors++;
}
}
if(data.resolution !== undefined){
let data3 = data.resolution;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data3 === "720p") || (data3 === "1080p"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.duration !== undefined){
let data4 = data.duration;
if(typeof data4 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/duration",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((((((((((((data4 === "auto") || (data4 === "5")) || (data4 === "6")) || (data4 === "7")) || (data4 === "8")) || (data4 === "9")) || (data4 === "10")) || (data4 === "11")) || (data4 === "12")) || (data4 === "13")) || (data4 === "14")) || (data4 === "15")) || (data4 === "16")) || (data4 === "17")) || (data4 === "18")) || (data4 === "19")) || (data4 === "20"))){
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
let data6 = data.safety_tolerance;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/safety_tolerance",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data6 == "number"){
if(data6 > 4 || isNaN(data6)){
vErrors = addError(vErrors, {instancePath:instancePath+"/safety_tolerance",keyword:"maximum",params:{comparison: "<=", limit: 4}});
errors++;
}
if(data6 < 0 || isNaN(data6)){
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
