// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "bytedance/seedream-5.0-pro/image-to-image",
  "display_name": "Seedream 5.0 Pro Image to Image",
  "description": "Makes a new image from up to 10 input images and a written instruction, at 1K or 2K.",
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
    "image"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What to change, and what to keep.",
      "type": "string",
      "examples": [
        "Place the product on a wet slate slab with water droplets and a soft rim light; keep its label readable"
      ]
    },
    "image": {
      "title": "Images",
      "description": "Images to work from, up to 10.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "image_uri"
      },
      "minItems": 1,
      "maxItems": 10,
      "x-file-rules": [
        {
          "measure": "file_size_mb",
          "comparison": "<",
          "value": 30
        },
        {
          "measure": "width/height",
          "comparison": ">",
          "value": 0.0625
        },
        {
          "measure": "width/height",
          "comparison": "<",
          "value": 16
        },
        {
          "measure": "width_pixels",
          "comparison": ">",
          "value": 14
        },
        {
          "measure": "height_pixels",
          "comparison": ">",
          "value": 14
        }
      ]
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the image; auto lets the model choose.",
      "type": "string",
      "enum": [
        "auto",
        "1:1",
        "4:3",
        "3:4",
        "16:9",
        "9:16",
        "2:3",
        "3:2",
        "21:9"
      ],
      "default": "1:1"
    },
    "resolution": {
      "title": "Resolution",
      "description": "Resolution of the image.",
      "type": "string",
      "enum": [
        "1K",
        "2K"
      ],
      "default": "2K"
    },
    "output_format": {
      "title": "Output format",
      "description": "File format of the output image.",
      "type": "string",
      "enum": [
        "png",
        "jpeg"
      ],
      "default": "png"
    }
  }
};

export const examples = [
  {
    "title": "On wet slate",
    "input": {
      "prompt": "Place the product on a wet slate slab with water droplets and a soft rim light; keep its label readable",
      "image": [
        "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
      ],
      "aspect_ratio": "4:3"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "auto",
        "1:1",
        "4:3",
        "3:4",
        "16:9",
        "9:16",
        "2:3",
        "3:2",
        "21:9"
      ]
    },
    "resolution": {
      "enum": [
        "1K",
        "2K"
      ]
    },
    "output_format": {
      "enum": [
        "png",
        "jpeg"
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
if(data.image === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "image"}});
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.image !== undefined){
let data1 = data.image;
if(Array.isArray(data1)){
if(data1.length > 10){
vErrors = addError(vErrors, {instancePath:instancePath+"/image",keyword:"maxItems",params:{limit: 10}});
errors++;
}
if(data1.length < 1){
vErrors = addError(vErrors, {instancePath:instancePath+"/image",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
vErrors = addError(vErrors, {instancePath:instancePath+"/image/" + i0,keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/image/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/image",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.aspect_ratio !== undefined){
let data3 = data.aspect_ratio;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((((data3 === "auto") || (data3 === "1:1")) || (data3 === "4:3")) || (data3 === "3:4")) || (data3 === "16:9")) || (data3 === "9:16")) || (data3 === "2:3")) || (data3 === "3:2")) || (data3 === "21:9"))){
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
if(!((data4 === "1K") || (data4 === "2K"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/resolution",keyword:"enum",params:{allowedValues: schema0.properties.resolution.enum}});
errors++;
}
}
if(data.output_format !== undefined){
let data5 = data.output_format;
if(typeof data5 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/output_format",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data5 === "png") || (data5 === "jpeg"))){
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
