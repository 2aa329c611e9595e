import type { Workflow } from "../workflow.js";

/** Workflows that the stand-in can run. */

const model = { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "tiny.safetensors" } };
const text = (value: string) => ({ class_type: "CLIPTextEncode", inputs: { text: value, clip: ["4", 1] } });

/** Seven nodes, one of which samples in four steps. */
export const TEXT_TO_IMAGE: Workflow = {
  "3": {
    class_type: "KSampler",
    inputs: {
      seed: "{{seed|random}}",
      steps: 4,
      model: ["4", 0],
      positive: ["6", 0],
      negative: ["7", 0],
      latent_image: ["5", 0],
    },
  },
  "4": model,
  "5": {
    class_type: "EmptyLatentImage",
    inputs: { width: "{{width}}", height: "{{height}}", batch_size: 1 },
  },
  "6": text("{{prompt}}"),
  "7": text("blurry, {{quality}}"),
  "8": { class_type: "VAEDecode", inputs: { samples: ["3", 0], vae: ["4", 2] } },
  "9": { class_type: "SaveImage", inputs: { images: ["8", 0], filename_prefix: "model-api" } },
};

/** The same with two pictures, of which the second may be missing. */
export const EDIT_WORKFLOW: Workflow = {
  ...TEXT_TO_IMAGE,
  "6": {
    class_type: "EditWithImages",
    inputs: { text: "{{prompt}}", clip: ["4", 1], image1: ["10", 0], image2: ["11", 0] },
  },
  "10": { class_type: "LoadImage", inputs: { image: "{{images.0}}" } },
  "11": { class_type: "LoadImage", inputs: { image: "{{images.1|omit}}" } },
};
