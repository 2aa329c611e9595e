// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../../runtime/validator.js";

export const metadata = {
  "model_id": "openai/gpt-image-2.5/flare/edit",
  "display_name": "GPT Image 2.5 Flare Edit",
  "description": "Edits or combines up to 16 images by a written instruction with the Flare variant, up to 4K.",
  "kind": "model",
  "categories": [
    "image-to-image",
    "image-editing"
  ],
  "output_kind": "image",
  "price_unit": "output",
  "base_price_usd": null,
  "price_quantity": {
    "count": 1
  }
};

export const inputSchema = {
  "type": "object",
  "required": [
    "prompt",
    "images"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What to change, and what to keep.",
      "type": "string",
      "examples": [
        "Change the wall behind the subject to exposed brick with warm evening light; keep the face, pose and clothes unchanged"
      ]
    },
    "images": {
      "title": "Images",
      "description": "Reference images to edit, up to 16.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "image_uri"
      },
      "minItems": 1,
      "maxItems": 16
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the edited image.",
      "type": "string",
      "enum": [
        "1:1",
        "3:2",
        "2:3",
        "3:4",
        "4:3",
        "4:5",
        "5:4",
        "9:16",
        "16:9",
        "21:9",
        "2:1",
        "1:2",
        "3:1",
        "1:3",
        "9:21"
      ],
      "default": "3:4"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the image.",
      "type": "string",
      "enum": [
        "1k",
        "2k",
        "4k"
      ],
      "default": "1k"
    },
    "quality": {
      "title": "Quality",
      "description": "Image quality, from low to max.",
      "type": "string",
      "enum": [
        "low",
        "medium",
        "high",
        "xhigh",
        "max"
      ],
      "default": "medium"
    },
    "output_format": {
      "title": "Output format",
      "description": "File format of the output image.",
      "type": "string",
      "enum": [
        "png",
        "jpeg",
        "webp"
      ],
      "default": "png"
    }
  }
};

export const examples = [
  {
    "title": "A brick wall",
    "input": {
      "prompt": "Change the wall behind the subject to exposed brick with warm evening light; keep the face, pose and clothes unchanged",
      "images": [
        "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
      ],
      "aspect_ratio": "3:4",
      "quality": "high"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "1:1",
        "3:2",
        "2:3",
        "3:4",
        "4:3",
        "4:5",
        "5:4",
        "9:16",
        "16:9",
        "21:9",
        "2:1",
        "1:2",
        "3:1",
        "1:3",
        "9:21"
      ]
    },
    "resolution": {
      "enum": [
        "1k",
        "2k",
        "4k"
      ]
    },
    "quality": {
      "enum": [
        "low",
        "medium",
        "high",
        "xhigh",
        "max"
      ]
    },
    "output_format": {
      "enum": [
        "png",
        "jpeg",
        "webp"
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
if(data.images === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "images"}});
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.images !== undefined){
let data1 = data.images;
if(Array.isArray(data1)){
if(data1.length > 16){
vErrors = addError(vErrors, {instancePath:instancePath+"/images",keyword:"maxItems",params:{limit: 16}});
errors++;
}
if(data1.length < 1){
vErrors = addError(vErrors, {instancePath:instancePath+"/images",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
vErrors = addError(vErrors, {instancePath:instancePath+"/images/" + i0,keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/images/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/images",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.aspect_ratio !== undefined){
let data3 = data.aspect_ratio;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((((((((((data3 === "1:1") || (data3 === "3:2")) || (data3 === "2:3")) || (data3 === "3:4")) || (data3 === "4:3")) || (data3 === "4:5")) || (data3 === "5:4")) || (data3 === "9:16")) || (data3 === "16:9")) || (data3 === "21:9")) || (data3 === "2:1")) || (data3 === "1:2")) || (data3 === "3:1")) || (data3 === "1:3")) || (data3 === "9:21"))){
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
if(!(((data4 === "1k") || (data4 === "2k")) || (data4 === "4k"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.quality !== undefined){
let data5 = data.quality;
if(typeof data5 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/quality",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data5 === "low") || (data5 === "medium")) || (data5 === "high")) || (data5 === "xhigh")) || (data5 === "max"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/quality",keyword:"enum",params:{allowedValues: schema0.properties.quality.enum}});
errors++;
}
}
if(data.output_format !== undefined){
let data6 = data.output_format;
if(typeof data6 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/output_format",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data6 === "png") || (data6 === "jpeg")) || (data6 === "webp"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/output_format",keyword:"enum",params:{allowedValues: schema0.properties.output_format.enum}});
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
