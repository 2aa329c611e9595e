// Generated from schemas/ by `pnpm codegen`. Do not edit.
export * from "./lean.js";

export const models = [
  {
    "model_id": "openai/gpt-image-2/edit",
    "display_name": "GPT Image 2 Edit",
    "description": "Edits one or several images by a written instruction, with accurate multilingual text, up to 4K.",
    "kind": "model",
    "categories": [
      "image-to-image",
      "image-editing"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null
  },
  {
    "model_id": "openai/gpt-image-2/text-to-image",
    "display_name": "GPT Image 2",
    "description": "Makes an image from a written description, with accurate multilingual text, up to 4K.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null
  },
  {
    "model_id": "wan-ai/wan-2.7/image-to-video",
    "display_name": "Wan 2.7 Image to Video",
    "description": "Animates an image by a written description, optionally towards a last frame and to a soundtrack.",
    "kind": "model",
    "categories": [
      "image-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null
  }
];
