import sharp from "sharp";
import { sampleAudio, sampleVideo } from "../../placeholder/samples.js";

/** The few classes of nodes that the stand-in has; what they compute is as small as it can be. */

/** What flows along a link: a picture or a latent is its size, everything else nothing. */
export interface Flow {
  readonly width: number;
  readonly height: number;
}

/** What a node may use while it runs. */
export interface NodeContext {
  /** Tells one step of many, and gives others a turn. Throws when the workflow is interrupted. */
  step(value: number, max: number): Promise<void>;
  save(folder: "output" | "temp", extension: string, bytes: Uint8Array): SavedFile;
  sizeOf(image: string): Promise<Flow>;
}

export interface SavedFile {
  readonly filename: string;
  readonly subfolder: string;
  readonly type: string;
}

export interface InputRule {
  /** `INT`, `STRING`, … for a value, the type of a link in capitals, or the values that there are. */
  readonly type: string | readonly string[];
  readonly min?: number;
  readonly optional?: boolean;
}

export interface NodeClass {
  readonly inputs: Readonly<Record<string, InputRule>>;
  readonly returns: readonly string[];
  readonly isOutput?: boolean;
  /** `inputs` has what flows along the links in their places; answers what flows on, and what the history says of the node. */
  run(
    // biome-ignore lint/suspicious/noExplicitAny: each class knows its own inputs, which have been validated.
    inputs: Readonly<Record<string, any>>,
    context: NodeContext,
  ): Promise<{ flow?: Flow; ui?: Readonly<Record<string, unknown>> }>;
}

const nothing = async () => ({});

export const NODE_CLASSES: Readonly<Record<string, NodeClass>> = {
  CheckpointLoaderSimple: {
    inputs: { ckpt_name: { type: ["tiny.safetensors", "sd_xl_base_1.0.safetensors"] } },
    returns: ["MODEL", "CLIP", "VAE"],
    run: nothing,
  },
  CLIPTextEncode: {
    inputs: { text: { type: "STRING" }, clip: { type: "CLIP" } },
    returns: ["CONDITIONING"],
    run: nothing,
  },
  LoadImage: {
    inputs: { image: { type: "STRING" } },
    returns: ["IMAGE", "MASK"],
    run: async ({ image }, { sizeOf }) => ({ flow: await sizeOf(image) }),
  },
  ImageScale: {
    inputs: { image: { type: "IMAGE" }, width: { type: "INT", min: 0 }, height: { type: "INT", min: 0 } },
    returns: ["IMAGE"],
    run: async ({ width, height }) => ({ flow: { width, height } }),
  },
  VAEEncode: {
    inputs: { pixels: { type: "IMAGE" }, vae: { type: "VAE" } },
    returns: ["LATENT"],
    run: async ({ pixels }) => ({ flow: pixels }),
  },
  /** Takes a second picture, or none. */
  EditWithImages: {
    inputs: {
      text: { type: "STRING" },
      clip: { type: "CLIP" },
      image1: { type: "IMAGE" },
      image2: { type: "IMAGE", optional: true },
    },
    returns: ["CONDITIONING"],
    run: nothing,
  },
  EmptyLatentImage: {
    inputs: {
      width: { type: "INT", min: 16 },
      height: { type: "INT", min: 16 },
      batch_size: { type: "INT", min: 1 },
    },
    returns: ["LATENT"],
    run: async ({ width, height }) => ({ flow: { width, height } }),
  },
  KSampler: {
    inputs: {
      seed: { type: "INT", min: 0 },
      steps: { type: "INT", min: 1 },
      model: { type: "MODEL" },
      positive: { type: "CONDITIONING" },
      negative: { type: "CONDITIONING" },
      latent_image: { type: "LATENT" },
    },
    returns: ["LATENT"],
    async run({ steps, latent_image: latent }, { step }) {
      for (let value = 1; value <= Number(steps); value++) await step(value, Number(steps));
      return { flow: latent };
    },
  },
  VAEDecode: {
    inputs: { samples: { type: "LATENT" }, vae: { type: "VAE" } },
    returns: ["IMAGE"],
    run: async ({ samples }) => ({ flow: samples }),
  },
  /** Fails as nodes do that have run out of memory. */
  Exploder: {
    inputs: { samples: { type: "LATENT" } },
    returns: ["LATENT"],
    async run() {
      throw new Error("Allocation on device 0 would exceed allowed memory.");
    },
  },
  SaveImage: {
    inputs: { images: { type: "IMAGE" }, filename_prefix: { type: "STRING" } },
    returns: [],
    isOutput: true,
    run: async ({ images }, { save }) => ({ ui: { images: [save("output", "png", await picture(images))] } }),
  },
  PreviewImage: {
    inputs: { images: { type: "IMAGE" } },
    returns: [],
    isOutput: true,
    run: async ({ images }, { save }) => ({ ui: { images: [save("temp", "png", await picture(images))] } }),
  },
  VHS_VideoCombine: {
    inputs: { images: { type: "IMAGE" }, frame_rate: { type: "INT", min: 1 } },
    returns: ["VHS_FILENAMES"],
    isOutput: true,
    run: async (_, { save }) => ({ ui: { gifs: [save("output", "mp4", sampleVideo())] } }),
  },
  SaveAudio: {
    inputs: { text: { type: "STRING" } },
    returns: [],
    isOutput: true,
    run: async (_, { save }) => ({ ui: { audio: [save("output", "wav", sampleAudio())] } }),
  },
  SaveNothing: { inputs: {}, returns: [], isOutput: true, run: nothing },
  SaveText: {
    inputs: { text: { type: "STRING" } },
    returns: [],
    isOutput: true,
    run: async ({ text }, { save }) => ({
      ui: { files: [save("output", "txt", Buffer.from(String(text)))] },
    }),
  },
};

function picture({ width, height }: Flow): Promise<Buffer> {
  const create = { width, height, channels: 3 as const, background: "#336699" };
  return sharp({ create }).png({ compressionLevel: 1 }).toBuffer();
}
