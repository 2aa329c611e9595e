// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { addError, createValidator } from "../../../runtime/validator.js";

export const metadata = {
  "model_id": "blackforestlabs/flux-3/image",
  "display_name": "FLUX 3 Image",
  "description": "Makes an image from a written description in one of six square, portrait or landscape sizes.",
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
        "A lighthouse keeper's kitchen at dawn, enamel kettle on the stove, blue light through salt-stained windows"
      ]
    },
    "image_size": {
      "title": "Image size",
      "description": "Shape of the image; square_hd is the larger of the two squares.",
      "type": "string",
      "enum": [
        "square_hd",
        "square",
        "portrait_4_3",
        "portrait_16_9",
        "landscape_4_3",
        "landscape_16_9"
      ],
      "default": "landscape_4_3"
    },
    "seed": {
      "title": "Seed",
      "description": "The same seed and input give similar results; -1 picks a random seed.",
      "type": "integer",
      "default": -1
    }
  }
};

export const examples = [
  {
    "title": "A kitchen at dawn",
    "input": {
      "prompt": "A lighthouse keeper's kitchen at dawn, enamel kettle on the stove, blue light through salt-stained windows",
      "image_size": "landscape_16_9"
    }
  }
];

const schema0 = {
  "properties": {
    "image_size": {
      "enum": [
        "square_hd",
        "square",
        "portrait_4_3",
        "portrait_16_9",
        "landscape_4_3",
        "landscape_16_9"
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
if(data.image_size !== undefined){
let data1 = data.image_size;
if(typeof data1 !== "string"){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_size",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data1 === "square_hd") || (data1 === "square")) || (data1 === "portrait_4_3")) || (data1 === "portrait_16_9")) || (data1 === "landscape_4_3")) || (data1 === "landscape_16_9"))){
vErrors = addError(vErrors, {instancePath:instancePath+"/image_size",keyword:"enum",params:{allowedValues: schema0.properties.image_size.enum}});
errors++;
}
}
if(data.seed !== undefined){
let data2 = data.seed;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
vErrors = addError(vErrors, {instancePath:instancePath+"/seed",keyword:"type",params:{type: "integer"}});
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
