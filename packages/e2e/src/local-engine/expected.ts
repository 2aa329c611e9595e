/**
 * What the first example of each model asks for, written down by hand from the models' pages. The picture that examples name is 600 × 400
 * here, and their video 640 × 360 of 2.5 seconds.
 */

export interface ExpectedImage {
  readonly format: "png" | "jpeg" | "webp";
  readonly size: readonly [width: number, height: number];
  /** @default 1 */
  readonly count?: number;
}

export interface ExpectedVideo {
  readonly size: readonly [width: number, height: number];
  readonly seconds: number;
  /** @default 24 */
  readonly rate?: number;
  readonly sound: boolean;
}

export interface ExpectedAudio {
  readonly codec: "pcm_s16le" | "mp3";
  readonly seconds: number;
  readonly sampleRate: number;
}

export const IMAGES: Readonly<Record<string, ExpectedImage>> = {
  "blackforestlabs/flux-2-klein/4b/text-to-image": { format: "png", size: [1280, 960] },
  "blackforestlabs/flux-2-klein/9b/text-to-image": { format: "png", size: [1024, 1280] },
  "blackforestlabs/flux-3/image": { format: "png", size: [1024, 576] },
  "bytedance/seedream-5.0-pro/image-to-image": { format: "png", size: [2368, 1776] },
  "bytedance/seedream-5.0-pro/text-to-image": { format: "png", size: [1776, 2368] },
  "google/nano-banana-2-lite/edit": { format: "png", size: [1024, 1024] },
  "google/nano-banana-2-lite/text-to-image": { format: "png", size: [1184, 880] },
  "ideogram-ai/ideogram-v4/text-to-image": { format: "jpeg", size: [880, 1184] },
  "openai/gpt-image-2.5/flare/edit": { format: "png", size: [880, 1184] },
  "openai/gpt-image-2.5/flare/text-to-image": { format: "png", size: [1024, 1024] },
  "openai/gpt-image-2.5/sunburst/edit": { format: "png", size: [1824, 2288] },
  "openai/gpt-image-2.5/sunburst/text-to-image": { format: "png", size: [3840, 1648] },
  "openai/gpt-image-2/edit": { format: "png", size: [1248, 832] },
  "openai/gpt-image-2/text-to-image": { format: "png", size: [1184, 880] },
  "qwen/qwen-image-3.0/edit": { format: "png", size: [2368, 1776] },
  "qwen/qwen-image-3.0/text-to-image": { format: "png", size: [1776, 2368] },
  "wan-ai/wan-2.7/edit": { format: "png", size: [1024, 768] },
  "wan-ai/wan-2.7/text-to-image": { format: "png", size: [1024, 576], count: 2 },
};

export const VIDEOS: Readonly<Record<string, ExpectedVideo>> = {
  "alibaba/happyhorse-1.1/text-to-video": { size: [1920, 1080], seconds: 6, sound: false },
  "blackforestlabs/flux-3/image-to-video": { size: [1080, 720], seconds: 6, sound: true },
  "blackforestlabs/flux-3/text-to-video": { size: [1920, 1080], seconds: 10, sound: true },
  "bytedance/seedance-2.0/pro": { size: [1620, 1080], seconds: 8, sound: true },
  "bytedance/seedance-2.5/image-to-video/720p": { size: [1080, 720], seconds: 10, sound: true },
  "bytedance/seedance-2.5/reference-to-video/720p": { size: [720, 1280], seconds: 8, sound: true },
  "bytedance/seedance-2.5/text-to-video/720p": { size: [1280, 720], seconds: 15, sound: true },
  "google/gemini-omni-flash/text-to-video": { size: [720, 1280], seconds: 6, sound: false },
  "google/gemini-omni-flash/video-edit": { size: [640, 360], seconds: 2.5, sound: false },
  "kling/kling-3.0/pro/image-to-video": { size: [1080, 720], seconds: 5, sound: true },
  "kling/kling-3.0/standard/text-to-video": { size: [720, 1280], seconds: 8, sound: true },
  "kling/kling-video-o3/pro/image-to-video": { size: [1080, 720], seconds: 7, sound: true },
  "lightricks/ltx-2.5/image-to-video/fast": { size: [1620, 1080], seconds: 8, rate: 25, sound: true },
  "lightricks/ltx-2.5/text-to-video/pro": { size: [1920, 1080], seconds: 8, rate: 25, sound: true },
  "minimax/minimax-h3/image-to-video": { size: [1152, 768], seconds: 5, sound: false },
  "minimax/minimax-h3/text-to-video": { size: [3360, 1440], seconds: 5, sound: false },
  "pixverse/pixverse-v6/image-to-video": { size: [1080, 720], seconds: 5, sound: true },
  "pixverse/pixverse-v6/text-to-video": { size: [1280, 720], seconds: 8, sound: false },
  "runwayml/runway-aleph-2/video-to-video": { size: [640, 360], seconds: 2.5, sound: false },
  "wan-ai/wan-2.7/image-to-video": { size: [1620, 1080], seconds: 5, sound: false },
  "wan-ai/wan-2.7/text-to-video": { size: [1920, 1080], seconds: 10, sound: false },
  "wan-ai/wan-3.0/image-to-video": { size: [1620, 1080], seconds: 8, sound: true },
  "wan-ai/wan-3.0/text-to-video": { size: [1280, 720], seconds: 12, sound: true },
};

export const AUDIOS: Readonly<Record<string, ExpectedAudio>> = {
  "acestep-ai/ace-step-1.5/text-to-audio": { codec: "pcm_s16le", seconds: 90, sampleRate: 44_100 },
  "bytedance/seed-audio-1.0/text-to-audio": { codec: "pcm_s16le", seconds: 10, sampleRate: 24_000 },
  "elevenlabs/elevenlabs/music-generation": { codec: "mp3", seconds: 60, sampleRate: 44_100 },
};
