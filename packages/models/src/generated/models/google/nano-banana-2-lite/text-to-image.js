// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "google/nano-banana-2-lite/text-to-image",
  "display_name": "Nano Banana 2 Lite Text to Image",
  "description": "Makes an image from a written description in any of fourteen aspect ratios, from 8:1 to 1:8.",
  "kind": "model",
  "categories": [
    "text-to-image"
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
    "prompt"
  ],
  "properties": {
    "prompt": {
      "title": "Prompt",
      "description": "What the image shows.",
      "type": "string",
      "examples": [
        "A flat-lay of hiking gear on pine boards: boots, map, enamel mug and compass, seen from straight above"
      ]
    },
    "aspect_ratio": {
      "title": "Aspect ratio",
      "description": "Aspect ratio of the image; auto lets the model choose.",
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
    "title": "Hiking gear",
    "input": {
      "prompt": "A flat-lay of hiking gear on pine boards: boots, map, enamel mug and compass, seen from straight above",
      "aspect_ratio": "4:3"
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
if(!(((((((((((((((data1 === "auto") || (data1 === "21:9")) || (data1 === "16:9")) || (data1 === "3:2")) || (data1 === "4:3")) || (data1 === "5:4")) || (data1 === "1:1")) || (data1 === "4:5")) || (data1 === "3:4")) || (data1 === "2:3")) || (data1 === "9:16")) || (data1 === "4:1")) || (data1 === "1:4")) || (data1 === "8:1")) || (data1 === "1:8"))){
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
