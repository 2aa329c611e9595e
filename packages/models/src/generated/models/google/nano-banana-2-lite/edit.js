// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "google/nano-banana-2-lite/edit",
  "display_name": "Nano Banana 2 Lite Edit",
  "description": "Edits or combines up to 10 images by a written instruction.",
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
    "image_urls"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What to change, and what to keep.",
      "type": "string",
      "examples": [
        "Remove the background and put the subject on a plain pastel pink one; keep its edges and shadows natural"
      ]
    },
    "image_urls": {
      "title": "Images",
      "description": "Reference images to edit, up to 10.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "image_uri"
      },
      "minItems": 1,
      "maxItems": 10
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the edited image; auto lets the model choose.",
      "type": "string",
      "enum": [
        "auto",
        "21:9",
        "16:9",
        "3:2",
        "4:3",
        "5:4",
        "1:1",
        "4:5",
        "3:4",
        "2:3",
        "9:16",
        "4:1",
        "1:4",
        "8:1",
        "1:8"
      ],
      "default": "auto"
    }
  }
};

export const examples = [
  {
    "title": "A pastel background",
    "input": {
      "prompt": "Remove the background and put the subject on a plain pastel pink one; keep its edges and shadows natural",
      "image_urls": [
        "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
      ],
      "aspect_ratio": "1:1"
    }
  }
];

const schema0 = {
  "properties": {
    "aspect_ratio": {
      "enum": [
        "auto",
        "21:9",
        "16:9",
        "3:2",
        "4:3",
        "5:4",
        "1:1",
        "4:5",
        "3:4",
        "2:3",
        "9:16",
        "4:1",
        "1:4",
        "8:1",
        "1:8"
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
if(data.image_urls === undefined){
vErrors = addError(vErrors, {instancePath,keyword:"required",params:{missingProperty: "image_urls"}});
errors++;
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/prompt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.image_urls !== undefined){
let data1 = data.image_urls;
if(Array.isArray(data1)){
if(data1.length > 10){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls",keyword:"maxItems",params:{limit: 10}});
errors++;
}
if(data1.length < 1){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls/" + i0,keyword:"format",params:{format: "image_uri"}});
errors++;
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = addError(vErrors, {instancePath:instancePath+"/image_urls",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.aspect_ratio !== undefined){
let data3 = data.aspect_ratio;
if(typeof data3 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((((((((((data3 === "auto") || (data3 === "21:9")) || (data3 === "16:9")) || (data3 === "3:2")) || (data3 === "4:3")) || (data3 === "5:4")) || (data3 === "1:1")) || (data3 === "4:5")) || (data3 === "3:4")) || (data3 === "2:3")) || (data3 === "9:16")) || (data3 === "4:1")) || (data3 === "1:4")) || (data3 === "8:1")) || (data3 === "1:8"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/aspect_ratio",keyword:"enum",params:{allowedValues: schema0.properties.aspect_ratio.enum}});
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
