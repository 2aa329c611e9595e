// Generated from schemas/ by `pnpm codegen`. Do not edit.

/**
 * The catalog: each model's facts, and the types of its input by its id.
 *
 * @packageDocumentation
 */
import type { Media, ModelMetadata } from "./lean.js";

export * from "./lean.js";

/** The catalog: metadata of every model, sorted by id. */
export declare const models: readonly ModelMetadata[];

/**
 * ACE-Step 1.5 Text to Audio — `acestep-ai/ace-step-1.5/text-to-audio`
 *
 * Makes a piece of music of up to 240 seconds from tags of style, with lyrics if given.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("acestep-ai/ace-step-1.5/text-to-audio", {
 *   "tags": "indie folk, warm, fingerpicked acoustic guitar, brushed drums, female vocals, 92 bpm",
 *   "lyrics": "[verse]\nPaper boats on the morning tide\nCarry the letters I never sent\n[chorus]\nLet the river read them all",
 *   "duration": 90
 * });
 * ```
 */
export interface AcestepAiAceStep15TextToAudioInput {
  /**
   * Genre, mood, instruments and tempo, separated by commas.
   */
  tags: string;
  /**
   * Words to be sung, with the parts marked as [verse] or [chorus].
   */
  lyrics?: string;
  /**
   * Length of the music in seconds.
   *
   * 5 to 240.
   *
   * @default 60
   */
  duration?: number;
  /**
   * The same seed and input give similar results; -1 picks a random seed.
   *
   * -1 to 2147483647.
   *
   * @default -1
   */
  seed?: number;
}

/**
 * HappyHorse 1.1 Text to Video — `alibaba/happyhorse-1.1/text-to-video`
 *
 * Makes a video of 3 to 15 seconds from a written description, at 720p or 1080p.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("alibaba/happyhorse-1.1/text-to-video", {
 *   "prompt": "Two foals race along a beach at sunrise, spray flying from their hooves, drone shot from the side",
 *   "ratio": "16:9",
 *   "duration": 6
 * });
 * ```
 */
export interface AlibabaHappyhorse11TextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  ratio?: "16:9" | "9:16" | "1:1";
  /**
   * Resolution of the video.
   *
   * @default "1080P"
   */
  resolution?: "720P" | "1080P";
  /**
   * Length of the video in seconds.
   *
   * 3 to 15.
   *
   * @default 5
   */
  duration?: number;
}

/**
 * FLUX.2 klein 4B Text to Image — `blackforestlabs/flux-2-klein/4b/text-to-image`
 *
 * Makes an image from a written description with the smaller klein model, from 64 to 2048 pixels a side.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("blackforestlabs/flux-2-klein/4b/text-to-image", {
 *   "prompt": "A yellow bicycle leaning on a turquoise wall, hard noon shadows, flat graphic composition",
 *   "width": 1280,
 *   "height": 960
 * });
 * ```
 */
export interface BlackforestlabsFlux2Klein4BTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Width of the image in pixels.
   *
   * 64 to 2048.
   *
   * @default 1024
   */
  width?: number;
  /**
   * Height of the image in pixels.
   *
   * 64 to 2048.
   *
   * @default 1024
   */
  height?: number;
}

/**
 * FLUX.2 klein 9B Text to Image — `blackforestlabs/flux-2-klein/9b/text-to-image`
 *
 * Makes an image from a written description with the larger klein model, in a chosen number of steps, from 512 to 1536 pixels a side.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("blackforestlabs/flux-2-klein/9b/text-to-image", {
 *   "prompt": "Portrait of an old watchmaker at his bench, loupe in one eye, brass gears in the foreground, warm lamp light",
 *   "width": 1024,
 *   "height": 1280,
 *   "steps": 30
 * });
 * ```
 */
export interface BlackforestlabsFlux2Klein9BTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Width of the image in pixels.
   *
   * 512 to 1536.
   *
   * @default 1024
   */
  width?: number;
  /**
   * Height of the image in pixels.
   *
   * 512 to 1536.
   *
   * @default 1024
   */
  height?: number;
  /**
   * Number of denoising steps; more of them take longer.
   *
   * 1 to 100.
   *
   * @default 25
   */
  steps?: number;
}

/**
 * FLUX 3 Image — `blackforestlabs/flux-3/image`
 *
 * Makes an image from a written description in one of six square, portrait or landscape sizes.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("blackforestlabs/flux-3/image", {
 *   "prompt": "A lighthouse keeper's kitchen at dawn, enamel kettle on the stove, blue light through salt-stained windows",
 *   "image_size": "landscape_16_9"
 * });
 * ```
 */
export interface BlackforestlabsFlux3ImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Shape of the image; square_hd is the larger of the two squares.
   *
   * @default "landscape_4_3"
   */
  image_size?: "square_hd" | "square" | "portrait_4_3" | "portrait_16_9" | "landscape_4_3" | "landscape_16_9";
  /**
   * The same seed and input give similar results; -1 picks a random seed.
   *
   * @default -1
   */
  seed?: number;
}

/**
 * FLUX 3 Image to Video — `blackforestlabs/flux-3/image-to-video`
 *
 * Animates an image by a written description for 5 to 20 seconds, with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("blackforestlabs/flux-3/image-to-video", {
 *   "prompt": "She turns to the camera, smiles and tucks a strand of hair behind her ear while traffic hums outside",
 *   "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": "6"
 * });
 * ```
 */
export interface BlackforestlabsFlux3ImageToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image_url: Media;
  /**
   * Aspect ratio of the video; auto lets the model choose.
   *
   * @default "auto"
   */
  aspect_ratio?: "auto" | "21:9" | "2:1" | "16:9" | "4:3" | "1:1" | "3:4" | "9:16";
  /**
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "720p" | "1080p";
  /**
   * Length of the video in seconds; auto lets the model choose.
   *
   * @default "auto"
   */
  duration?: "auto" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20";
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
  /**
   * How much the content filter lets through: 0 is the strictest, 4 the most tolerant.
   *
   * 0 to 4.
   *
   * @default 2
   */
  safety_tolerance?: number;
}

/**
 * FLUX 3 Text to Video — `blackforestlabs/flux-3/text-to-video`
 *
 * Makes a video of 5 to 20 seconds from a written description, with sound, in a shape and length that can be left to the model.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("blackforestlabs/flux-3/text-to-video", {
 *   "prompt": "A cook tosses noodles in a flaming wok at a night market, sparks rising, sizzling oil and chatter around",
 *   "duration": "10",
 *   "resolution": "1080p"
 * });
 * ```
 */
export interface BlackforestlabsFlux3TextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video; auto lets the model choose.
   *
   * @default "auto"
   */
  aspect_ratio?: "auto" | "21:9" | "2:1" | "16:9" | "4:3" | "1:1" | "3:4" | "9:16";
  /**
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "720p" | "1080p";
  /**
   * Length of the video in seconds; auto lets the model choose.
   *
   * @default "auto"
   */
  duration?: "auto" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20";
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
  /**
   * How much the content filter lets through: 0 is the strictest, 4 the most tolerant.
   *
   * 0 to 4.
   *
   * @default 2
   */
  safety_tolerance?: number;
}

/**
 * Seed Audio 1.0 Text to Audio — `bytedance/seed-audio-1.0/text-to-audio`
 *
 * Makes speech and sound from a written prompt, in a preset voice or guided by reference audio or an image.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seed-audio-1.0/text-to-audio", {
 *   "prompt": "A calm museum guide says: 'Welcome to the gallery of maps. Please follow the blue line to the first room.' Soft footsteps echo behind her.",
 *   "voice": "sophie_en_zh",
 *   "speed": 0.9,
 *   "output_format": "wav"
 * });
 * ```
 */
export interface BytedanceSeedAudio10TextToAudioInput {
  /**
   * The words to speak and the voices and sounds to hear.
   */
  prompt: string;
  /**
   * Recordings that guide the voice or the sound, up to 3; not together with image_url.
   *
   * At most 3 items; audios: URL, data URI or file.
   *
   * Items: Audio: URL, data URI or file.
   */
  audio_urls?: Media[];
  /**
   * An image that guides the voice or the sound; not together with audio_urls.
   *
   * Image: URL, data URI or file.
   */
  image_url?: Media;
  /**
   * The preset voice that speaks; its name carries the codes of its languages.
   *
   * @default "vivi_mixed_en_zh_ja_es_id"
   */
  voice?: "vivi_mixed_en_zh_ja_es_id" | "mindy_en_es_id_pt_zh" | "kian_en_zh" | "cedric_en_zh" | "sophie_en_zh" | "jean_en_zh" | "magnus_en_zh" | "mabel_en_zh" | "nadia_en_zh" | "opal_en_zh" | "pearl_en_zh" | "quentin_en_zh" | "corinne_mixed_en_zh" | "esther_mixed_en_zh" | "lyla_mixed_en_zh" | "tracy_es_zh" | "sandy_es_mixed_en_zh" | "felix_zh" | "celeste_zh" | "monkey_king_zh";
  /**
   * Speed of the speech as a factor; 1 is normal.
   *
   * 0.5 to 2.
   *
   * @default 1
   */
  speed?: number;
  /**
   * Shift of the pitch in semitones; 0 leaves it as it is.
   *
   * -12 to 12.
   *
   * @default 0
   */
  pitch?: number;
  /**
   * Loudness as a factor; 1 is normal.
   *
   * 0.5 to 2.
   *
   * @default 1
   */
  volume?: number;
  /**
   * File format of the audio; pcm is raw samples.
   *
   * @default "mp3"
   */
  output_format?: "wav" | "mp3" | "ogg_opus" | "pcm";
  /**
   * Sample rate of the audio in hertz.
   *
   * @default 24000
   */
  sample_rate?: 8000 | 16000 | 24000 | 32000 | 44100 | 48000;
}

/**
 * Seedance 2.0 Pro — `bytedance/seedance-2.0/pro`
 *
 * Makes a video from a written description and, if given, reference images, videos and audio, with sound and up to 4K.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedance-2.0/pro", {
 *   "prompt": "The dancer from the image spins across an empty car park at dusk, one long tracking shot, footsteps and distant traffic",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "duration": 8,
 *   "resolution": "1080p"
 * });
 * ```
 */
export interface BytedanceSeedance20ProInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Images to take as a reference, up to 9.
   *
   * At most 9 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  images?: Media[];
  /**
   * Videos to take as a reference, up to 3.
   *
   * At most 3 items; videos: URL, data URI or file.
   *
   * Items: Video: URL, data URI or file.
   */
  videos?: Media[];
  /**
   * Audio to take as a reference, up to 3.
   *
   * At most 3 items; audios: URL, data URI or file.
   *
   * Items: Audio: URL, data URI or file.
   */
  audios?: Media[];
  /**
   * Aspect ratio of the video; adaptive lets the model choose.
   *
   * @default "adaptive"
   */
  aspect_ratio?: "adaptive" | "16:9" | "9:16" | "4:3" | "3:4" | "1:1" | "21:9";
  /**
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "480p" | "720p" | "1080p" | "4k";
  /**
   * Length of the video in seconds.
   *
   * 4 to 15.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
  /**
   * The same seed and input give similar results.
   */
  seed?: number;
}

/**
 * Seedance 2.5 Image to Video 720p — `bytedance/seedance-2.5/image-to-video/720p`
 *
 * Animates an image by a written description for up to 30 seconds at 720p, with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedance-2.5/image-to-video/720p", {
 *   "prompt": "The camera pulls back to reveal the whole room while the lamps come on one by one",
 *   "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 10
 * });
 * ```
 */
export interface BytedanceSeedance25ImageToVideo720PInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image: Media;
  /**
   * Length of the video in seconds.
   *
   * 4 to 30.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
}

/**
 * Seedance 2.5 Reference to Video 720p — `bytedance/seedance-2.5/reference-to-video/720p`
 *
 * Makes a video at 720p from a written description, guided by reference images, videos and audio, with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedance-2.5/reference-to-video/720p", {
 *   "prompt": "The person in the image walks through a greenhouse at noon, brushing leaves aside, slow dolly behind the shoulder",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "9:16",
 *   "duration": 8
 * });
 * ```
 */
export interface BytedanceSeedance25ReferenceToVideo720PInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Images to take as a reference, up to 9.
   *
   * At most 9 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  images?: Media[];
  /**
   * Videos to take as a reference, up to 3.
   *
   * At most 3 items; videos: URL, data URI or file.
   *
   * Items: Video: URL, data URI or file.
   */
  videos?: Media[];
  /**
   * Audio to take as a reference, up to 3.
   *
   * At most 3 items; audios: URL, data URI or file.
   *
   * Items: Audio: URL, data URI or file.
   */
  audios?: Media[];
  /**
   * Aspect ratio of the video; adaptive lets the model choose.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16" | "1:1" | "4:3" | "3:4" | "21:9" | "adaptive";
  /**
   * Length of the video in seconds.
   *
   * 4 to 30.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
}

/**
 * Seedance 2.5 Text to Video 720p — `bytedance/seedance-2.5/text-to-video/720p`
 *
 * Makes a video of 4 to 30 seconds at 720p from a written description alone, with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedance-2.5/text-to-video/720p", {
 *   "prompt": "A potter shapes a tall vase on the wheel, wet clay catching the window light, the wheel humming, macro to wide",
 *   "aspect_ratio": "16:9",
 *   "duration": 15
 * });
 * ```
 */
export interface BytedanceSeedance25TextToVideo720PInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video; adaptive lets the model choose.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16" | "1:1" | "4:3" | "3:4" | "21:9" | "adaptive";
  /**
   * Length of the video in seconds.
   *
   * 4 to 30.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
}

/**
 * Seedream 5.0 Pro Image to Image — `bytedance/seedream-5.0-pro/image-to-image`
 *
 * Makes a new image from up to 10 input images and a written instruction, at 1K or 2K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedream-5.0-pro/image-to-image", {
 *   "prompt": "Place the product on a wet slate slab with water droplets and a soft rim light; keep its label readable",
 *   "image": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "4:3"
 * });
 * ```
 */
export interface BytedanceSeedream50ProImageToImageInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Images to work from, up to 10.
   *
   * 1 to 10 items; images: URL, data URI or file; the file's file size mb < 30; the file's width/height > 0.0625; the file's width/height < 16; the file's width pixels > 14; the file's height pixels > 14.
   *
   * Items: Image: URL, data URI or file.
   */
  image: Media[];
  /**
   * Aspect ratio of the image; auto lets the model choose.
   *
   * @default "1:1"
   */
  aspect_ratio?: "auto" | "1:1" | "4:3" | "3:4" | "16:9" | "9:16" | "2:3" | "3:2" | "21:9";
  /**
   * Resolution of the image.
   *
   * @default "2K"
   */
  resolution?: "1K" | "2K";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg";
}

/**
 * Seedream 5.0 Pro Text to Image — `bytedance/seedream-5.0-pro/text-to-image`
 *
 * Makes an image from a written description, at 1K or 2K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedream-5.0-pro/text-to-image", {
 *   "prompt": "A poster for a jazz evening: a trumpet drawn in one line over a midnight blue ground, the words 'Blue Hour' below",
 *   "aspect_ratio": "3:4",
 *   "resolution": "2K"
 * });
 * ```
 */
export interface BytedanceSeedream50ProTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "4:3" | "3:4" | "16:9" | "9:16" | "2:3" | "3:2" | "21:9";
  /**
   * Resolution of the image.
   *
   * @default "2K"
   */
  resolution?: "1K" | "2K";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg";
}

/**
 * ElevenLabs Music Generation — `elevenlabs/elevenlabs/music-generation`
 *
 * Makes a piece of music of 5 seconds to 5 minutes from a written description, with or without vocals.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("elevenlabs/elevenlabs/music-generation", {
 *   "prompt": "Upbeat bossa nova with nylon guitar, soft shaker and muted trumpet for a coffee shop on a Sunday morning",
 *   "music_length_ms": 60000,
 *   "force_instrumental": true
 * });
 * ```
 */
export interface ElevenlabsElevenlabsMusicGenerationInput {
  /**
   * What the music sounds like: genre, mood, instruments, vocals.
   */
  prompt: string;
  /**
   * Length of the music in milliseconds.
   *
   * 5000 to 300000.
   *
   * @default 40000
   */
  music_length_ms?: number;
  /**
   * Whether the music must have no vocals.
   *
   * @default false
   */
  force_instrumental?: boolean;
  /**
   * File format and quality of the audio.
   *
   * @default "mp3_standard"
   */
  output_format?: "mp3_standard" | "mp3_high_quality" | "wav_16khz" | "wav_22khz" | "wav_24khz" | "wav_cd_quality";
}

/**
 * Gemini Omni Flash Text to Video — `google/gemini-omni-flash/text-to-video`
 *
 * Makes a landscape or portrait video of 3 to 10 seconds from a written description.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("google/gemini-omni-flash/text-to-video", {
 *   "prompt": "A paper boat sails down a rain-filled gutter past autumn leaves, camera low and following at water level",
 *   "aspect_ratio": "9:16",
 *   "duration": 6
 * });
 * ```
 */
export interface GoogleGeminiOmniFlashTextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16";
  /**
   * Length of the video in seconds.
   *
   * 3 to 10.
   *
   * @default 8
   */
  duration?: number;
}

/**
 * Gemini Omni Flash Video Edit — `google/gemini-omni-flash/video-edit`
 *
 * Changes a video by a written instruction.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("google/gemini-omni-flash/video-edit", {
 *   "prompt": "Turn the daylight into a rainy evening with wet reflections on the ground; keep the people and the camera movement",
 *   "video_url": "https://example.com/clip.mp4"
 * });
 * ```
 */
export interface GoogleGeminiOmniFlashVideoEditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * The video to edit.
   *
   * Video: URL, data URI or file.
   */
  video_url: Media;
}

/**
 * Nano Banana 2 Lite Edit — `google/nano-banana-2-lite/edit`
 *
 * Edits or combines up to 10 images by a written instruction.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("google/nano-banana-2-lite/edit", {
 *   "prompt": "Remove the background and put the subject on a plain pastel pink one; keep its edges and shadows natural",
 *   "image_urls": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "1:1"
 * });
 * ```
 */
export interface GoogleNanoBanana2LiteEditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 10.
   *
   * 1 to 10 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  image_urls: Media[];
  /**
   * Aspect ratio of the edited image; auto lets the model choose.
   *
   * @default "auto"
   */
  aspect_ratio?: "auto" | "21:9" | "16:9" | "3:2" | "4:3" | "5:4" | "1:1" | "4:5" | "3:4" | "2:3" | "9:16" | "4:1" | "1:4" | "8:1" | "1:8";
}

/**
 * Nano Banana 2 Lite Text to Image — `google/nano-banana-2-lite/text-to-image`
 *
 * Makes an image from a written description in any of fourteen aspect ratios, from 8:1 to 1:8.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("google/nano-banana-2-lite/text-to-image", {
 *   "prompt": "A flat-lay of hiking gear on pine boards: boots, map, enamel mug and compass, seen from straight above",
 *   "aspect_ratio": "4:3"
 * });
 * ```
 */
export interface GoogleNanoBanana2LiteTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image; auto lets the model choose.
   *
   * @default "auto"
   */
  aspect_ratio?: "auto" | "21:9" | "16:9" | "3:2" | "4:3" | "5:4" | "1:1" | "4:5" | "3:4" | "2:3" | "9:16" | "4:1" | "1:4" | "8:1" | "1:8";
}

/**
 * Ideogram 4.0 Text to Image — `ideogram-ai/ideogram-v4/text-to-image`
 *
 * Makes an image from a written description, at one of three rendering speeds.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("ideogram-ai/ideogram-v4/text-to-image", {
 *   "prompt": "A vintage seed packet with the words 'Sweet Peas' in hand-lettered type above a watercolour of pink and violet flowers",
 *   "size": "3:4",
 *   "rendering_speed": "QUALITY"
 * });
 * ```
 */
export interface IdeogramAiIdeogramV4TextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "1:1"
   */
  size?: "1:1" | "3:4" | "4:3" | "16:9" | "9:16";
  /**
   * TURBO is the fastest, QUALITY takes the most care, BALANCED lies between.
   *
   * @default "BALANCED"
   */
  rendering_speed?: "TURBO" | "BALANCED" | "QUALITY";
  /**
   * File format of the output image.
   *
   * @default "jpeg"
   */
  output_format?: "png" | "jpeg";
}

/**
 * Kling 3.0 Pro Image to Video — `kling/kling-3.0/pro/image-to-video`
 *
 * Animates an image by a written description in the pro tier, with sound, optionally towards a last frame.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("kling/kling-3.0/pro/image-to-video", {
 *   "prompt": "The camera circles the subject once while the background lights fade from amber to blue",
 *   "start_image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 5
 * });
 * ```
 */
export interface KlingKling30ProImageToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  start_image_url: Media;
  /**
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  end_image_url?: Media;
  /**
   * Length of the video in seconds.
   *
   * 3 to 15.
   *
   * @default 10
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
  /**
   * How the shots are planned; customize is the only choice here.
   *
   * @default "customize"
   */
  shot_type?: "customize";
  /**
   * How closely the video follows the prompt, from 0 (loosely) to 1 (closely).
   *
   * 0 to 1.
   *
   * @default 0.5
   */
  cfg_scale?: number;
  /**
   * What the video should not show.
   */
  negative_prompt?: string;
}

/**
 * Kling 3.0 Standard Text to Video — `kling/kling-3.0/standard/text-to-video`
 *
 * Makes a video of 3 to 15 seconds from a written description in the standard tier, with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("kling/kling-3.0/standard/text-to-video", {
 *   "prompt": "A barista pours a rosetta into a cappuccino, extreme close-up, milk swirling in slow motion, quiet café murmur",
 *   "aspect_ratio": "9:16",
 *   "duration": 8
 * });
 * ```
 */
export interface KlingKling30StandardTextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16" | "1:1";
  /**
   * Length of the video in seconds.
   *
   * 3 to 15.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  sound?: boolean;
  /**
   * How the shots are planned; intelligent leaves it to the model.
   *
   * @default "intelligent"
   */
  shot_type?: "intelligent" | "customize";
  /**
   * How closely the video follows the prompt, from 0 (loosely) to 1 (closely).
   *
   * 0 to 1.
   *
   * @default 0.5
   */
  cfg_scale?: number;
  /**
   * What the video should not show.
   */
  negative_prompt?: string;
}

/**
 * Kling Video O3 Pro Image to Video — `kling/kling-video-o3/pro/image-to-video`
 *
 * Animates an image by a written description, optionally towards a last frame; sound is off unless asked for.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("kling/kling-video-o3/pro/image-to-video", {
 *   "prompt": "Wind picks up, leaves sweep across the frame and the subject looks up at the darkening sky",
 *   "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 7,
 *   "sound": true
 * });
 * ```
 */
export interface KlingKlingVideoO3ProImageToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image: Media;
  /**
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  end_image?: Media;
  /**
   * Length of the video in seconds.
   *
   * 3 to 15.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default false
   */
  sound?: boolean;
  /**
   * How the shots are planned; intelligent leaves it to the model.
   *
   * @default "customize"
   */
  shot_type?: "customize" | "intelligent";
}

/**
 * LTX-2.5 Fast Image to Video — `lightricks/ltx-2.5/image-to-video/fast`
 *
 * Animates an image by a written description with a chosen camera motion and sound, up to 20 seconds or 4K, favouring speed.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("lightricks/ltx-2.5/image-to-video/fast", {
 *   "prompt": "Morning light moves across the table, a hand reaches in and lifts the cup out of the frame",
 *   "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": "8",
 *   "camera_motion": "dolly_in"
 * });
 * ```
 */
export interface LightricksLtx25ImageToVideoFastInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image_url: Media;
  /**
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  end_image_url?: Media;
  /**
   * Aspect ratio of the video; auto lets the model choose.
   *
   * @default "auto"
   */
  aspect_ratio?: "auto" | "16:9" | "9:16";
  /**
   * Resolution of the video; 2160p is 4K.
   *
   * @default "1080p"
   */
  resolution?: "720p" | "1080p" | "1440p" | "2160p";
  /**
   * Length of the video in seconds; auto lets the model choose.
   *
   * @default "10"
   */
  duration?: "auto" | "6" | "8" | "10" | "12" | "14" | "16" | "18" | "20";
  /**
   * Frames per second of the video.
   *
   * @default 25
   */
  fps?: 24 | 25 | 48 | 50;
  /**
   * How the camera moves; static holds it still, focus_shift changes what is sharp.
   */
  camera_motion?: "dolly_in" | "dolly_out" | "dolly_left" | "dolly_right" | "jib_up" | "jib_down" | "static" | "focus_shift";
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
}

/**
 * LTX-2.5 Pro Text to Video — `lightricks/ltx-2.5/text-to-video/pro`
 *
 * Makes a video of up to 10 seconds from a written description with a chosen camera motion and sound, up to 1080p.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("lightricks/ltx-2.5/text-to-video/pro", {
 *   "prompt": "An astronaut plants a small tree on a red desert plain, dust in the wind, muffled breathing inside the helmet",
 *   "duration": "8",
 *   "camera_motion": "jib_up"
 * });
 * ```
 */
export interface LightricksLtx25TextToVideoProInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16";
  /**
   * Resolution of the video.
   *
   * @default "1080p"
   */
  resolution?: "720p" | "1080p";
  /**
   * Length of the video in seconds; auto lets the model choose.
   *
   * @default "10"
   */
  duration?: "auto" | "6" | "8" | "10";
  /**
   * Frames per second of the video.
   *
   * @default 25
   */
  fps?: 24 | 25 | 50;
  /**
   * How the camera moves; static holds it still, focus_shift changes what is sharp.
   */
  camera_motion?: "dolly_in" | "dolly_out" | "dolly_left" | "dolly_right" | "jib_up" | "jib_down" | "static" | "focus_shift";
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
}

/**
 * MiniMax H3 Image to Video — `minimax/minimax-h3/image-to-video`
 *
 * Animates an image by a written description at 768p or 2K, optionally towards a last frame.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("minimax/minimax-h3/image-to-video", {
 *   "prompt": "The model lowers her sunglasses and walks towards the camera, neon signs flickering behind her",
 *   "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "resolution": "768p",
 *   "duration": 5
 * });
 * ```
 */
export interface MinimaxMinimaxH3ImageToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image: Media;
  /**
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  last_image?: Media;
  /**
   * Resolution of the video.
   */
  resolution: "768p" | "2k";
  /**
   * Length of the video in seconds.
   *
   * 4 to 15.
   */
  duration: number;
}

/**
 * MiniMax H3 Text to Video — `minimax/minimax-h3/text-to-video`
 *
 * Makes a video of 4 to 15 seconds from a written description, at 768p or 2K.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("minimax/minimax-h3/text-to-video", {
 *   "prompt": "A glassblower turns a glowing orange bubble in a dark workshop, sparks on the floor, slow push-in",
 *   "aspect_ratio": "21:9",
 *   "resolution": "2k"
 * });
 * ```
 */
export interface MinimaxMinimaxH3TextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "21:9" | "16:9" | "4:3" | "1:1" | "3:4" | "9:16";
  /**
   * Resolution of the video.
   *
   * @default "768p"
   */
  resolution?: "768p" | "2k";
  /**
   * Length of the video in seconds.
   *
   * @default 5
   */
  duration?: 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
}

/**
 * GPT Image 2.5 Flare Edit — `openai/gpt-image-2.5/flare/edit`
 *
 * Edits or combines up to 16 images by a written instruction with the Flare variant, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2.5/flare/edit", {
 *   "prompt": "Change the wall behind the subject to exposed brick with warm evening light; keep the face, pose and clothes unchanged",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "3:4",
 *   "quality": "high"
 * });
 * ```
 */
export interface OpenaiGptImage25FlareEditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 16.
   *
   * 1 to 16 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  images: Media[];
  /**
   * Aspect ratio of the edited image.
   *
   * @default "3:4"
   */
  aspect_ratio?: "1:1" | "3:2" | "2:3" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9" | "2:1" | "1:2" | "3:1" | "1:3" | "9:21";
  /**
   * Resolution of the image.
   *
   * @default "1k"
   */
  resolution?: "1k" | "2k" | "4k";
  /**
   * Image quality, from low to max.
   *
   * @default "medium"
   */
  quality?: "low" | "medium" | "high" | "xhigh" | "max";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg" | "webp";
}

/**
 * GPT Image 2.5 Flare — `openai/gpt-image-2.5/flare/text-to-image`
 *
 * Makes an image from a written description with the Flare variant, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2.5/flare/text-to-image", {
 *   "prompt": "An isometric cutaway of a small bookshop on three floors, tiny readers on every stair, soft pastel colours",
 *   "aspect_ratio": "1:1",
 *   "quality": "high"
 * });
 * ```
 */
export interface OpenaiGptImage25FlareTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "3:2" | "2:3" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9" | "2:1" | "1:2" | "3:1" | "1:3" | "9:21";
  /**
   * Resolution of the image.
   *
   * @default "1k"
   */
  resolution?: "1k" | "2k" | "4k";
  /**
   * Image quality, from low to max.
   *
   * @default "medium"
   */
  quality?: "low" | "medium" | "high" | "xhigh" | "max";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg" | "webp";
}

/**
 * GPT Image 2.5 Sunburst Edit — `openai/gpt-image-2.5/sunburst/edit`
 *
 * Edits or combines up to 16 images by a written instruction with the Sunburst variant, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2.5/sunburst/edit", {
 *   "prompt": "Turn the picture into a magazine cover titled 'FIELD NOTES' with two short cover lines on the left; keep the photograph as it is",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "4:5",
 *   "resolution": "2k"
 * });
 * ```
 */
export interface OpenaiGptImage25SunburstEditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 16.
   *
   * 1 to 16 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  images: Media[];
  /**
   * Aspect ratio of the edited image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "3:2" | "2:3" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9" | "2:1" | "1:2" | "3:1" | "1:3" | "9:21";
  /**
   * Resolution of the image.
   *
   * @default "1k"
   */
  resolution?: "1k" | "2k" | "4k";
  /**
   * Image quality, from low to max.
   *
   * @default "medium"
   */
  quality?: "low" | "medium" | "high" | "xhigh" | "max";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg" | "webp";
}

/**
 * GPT Image 2.5 Sunburst — `openai/gpt-image-2.5/sunburst/text-to-image`
 *
 * Makes an image from a written description with the Sunburst variant, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2.5/sunburst/text-to-image", {
 *   "prompt": "A wide shot of a desert observatory under the Milky Way, one lit window, long exposure photograph",
 *   "aspect_ratio": "21:9",
 *   "resolution": "4k"
 * });
 * ```
 */
export interface OpenaiGptImage25SunburstTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "16:9"
   */
  aspect_ratio?: "1:1" | "3:2" | "2:3" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9" | "2:1" | "1:2" | "3:1" | "1:3" | "9:21";
  /**
   * Resolution of the image.
   *
   * @default "1k"
   */
  resolution?: "1k" | "2k" | "4k";
  /**
   * Image quality, from low to max.
   *
   * @default "medium"
   */
  quality?: "low" | "medium" | "high" | "xhigh" | "max";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg" | "webp";
}

/**
 * GPT Image 2 Edit — `openai/gpt-image-2/edit`
 *
 * Edits one or several images by a written instruction, with accurate multilingual text, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2/edit", {
 *   "prompt": "Turn the background into a bright, minimal white-to-soft-gray studio sweep with gentle floor shadow; add a large headline in-image that reads 'OPEN STUDIO' in a bold, clean sans-serif, high contrast, centered; keep the main person or product, pose, and face identity unchanged",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ]
 * });
 * ```
 */
export interface OpenaiGptImage2EditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 10.
   *
   * 1 to 10 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  images: Media[];
  /**
   * Aspect ratio of the edited image.
   *
   * When left out: the ratio nearest to that of the first image (`images`).
   */
  aspect_ratio?: "1:1" | "3:2" | "2:3" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9";
  /**
   * Pixel area of the output: 1k is 1024 × 1024, 2k is 2048 × 2048, 4k is 3840 × 2160, spread over the aspect ratio.
   *
   * @default "1k"
   */
  resolution?: "1k" | "2k" | "4k";
  /**
   * Image quality.
   *
   * @default "medium"
   */
  quality?: "low" | "medium" | "high";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg" | "webp";
}

/**
 * GPT Image 2 — `openai/gpt-image-2/text-to-image`
 *
 * Makes an image from a written description, with accurate multilingual text, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2/text-to-image", {
 *   "prompt": "A ceramic mug on a linen cloth, soft window light, shallow depth of field",
 *   "aspect_ratio": "4:3"
 * });
 * ```
 */
export interface OpenaiGptImage2TextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "3:2" | "2:3" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9";
  /**
   * Pixel area of the output: 1k is 1024 × 1024, 2k is 2048 × 2048, 4k is 3840 × 2160, spread over the aspect ratio.
   *
   * @default "1k"
   */
  resolution?: "1k" | "2k" | "4k";
  /**
   * Image quality.
   *
   * @default "medium"
   */
  quality?: "low" | "medium" | "high";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg" | "webp";
}

/**
 * PixVerse V6 Image to Video — `pixverse/pixverse-v6/image-to-video`
 *
 * Animates an image by a written description, optionally in several shots and with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("pixverse/pixverse-v6/image-to-video", {
 *   "prompt": "Confetti bursts from behind the subject and drifts down in slow motion as the camera tilts up",
 *   "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 5,
 *   "generate_audio_switch": true
 * });
 * ```
 */
export interface PixversePixverseV6ImageToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image: Media;
  /**
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "360p" | "540p" | "720p" | "1080p";
  /**
   * Length of the video in seconds.
   *
   * 1 to 15.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default false
   */
  generate_audio_switch?: boolean;
  /**
   * Whether the video may cut between several shots.
   *
   * @default false
   */
  generate_multi_clip_switch?: boolean;
  /**
   * The same seed and input give similar results.
   *
   * @default 0
   */
  seed?: number;
}

/**
 * PixVerse V6 Text to Video — `pixverse/pixverse-v6/text-to-video`
 *
 * Makes a video of up to 15 seconds from a written description, optionally in several shots and with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("pixverse/pixverse-v6/text-to-video", {
 *   "prompt": "A skateboarder rolls down an empty boulevard at dawn, then a close-up of the wheels, then a jump over the steps",
 *   "duration": 8,
 *   "generate_multi_clip_switch": true
 * });
 * ```
 */
export interface PixversePixverseV6TextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "4:3" | "1:1" | "3:4" | "9:16" | "2:3" | "3:2" | "21:9";
  /**
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "360p" | "540p" | "720p" | "1080p";
  /**
   * Length of the video in seconds.
   *
   * 1 to 15.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default false
   */
  generate_audio_switch?: boolean;
  /**
   * Whether the video may cut between several shots.
   *
   * @default false
   */
  generate_multi_clip_switch?: boolean;
  /**
   * The same seed and input give similar results.
   *
   * @default 0
   */
  seed?: number;
}

/**
 * Qwen-Image-3.0 Edit — `qwen/qwen-image-3.0/edit`
 *
 * Edits or combines up to 3 images by a written instruction, at 1K or 2K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("qwen/qwen-image-3.0/edit", {
 *   "prompt": "Replace the text on the sign with 'OPEN LATE' in the same lettering; leave everything else untouched",
 *   "image_urls": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "4:3"
 * });
 * ```
 */
export interface QwenQwenImage30EditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 3.
   *
   * 1 to 3 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  image_urls: Media[];
  /**
   * Aspect ratio of the edited image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "16:9" | "9:16" | "4:3" | "3:4";
  /**
   * Resolution of the image.
   *
   * @default "2k"
   */
  resolution?: "1k" | "2k";
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  enable_prompt_expansion?: boolean;
  /**
   * The same seed and input give similar results; -1 picks a random seed.
   *
   * @default -1
   */
  seed?: number;
}

/**
 * Qwen-Image-3.0 Text to Image — `qwen/qwen-image-3.0/text-to-image`
 *
 * Makes an image from a written description, at 1K or 2K, elaborating the description unless told not to.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("qwen/qwen-image-3.0/text-to-image", {
 *   "prompt": "A chalkboard menu outside a noodle bar reading 'Today: beef broth, hand-pulled noodles', rain on the pavement",
 *   "aspect_ratio": "3:4",
 *   "seed": 42
 * });
 * ```
 */
export interface QwenQwenImage30TextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "16:9" | "9:16" | "4:3" | "3:4";
  /**
   * Resolution of the image.
   *
   * @default "2k"
   */
  resolution?: "1k" | "2k";
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  enable_prompt_expansion?: boolean;
  /**
   * The same seed and input give similar results; -1 picks a random seed.
   *
   * @default -1
   */
  seed?: number;
}

/**
 * Runway Aleph 2.0 Video to Video — `runwayml/runway-aleph-2/video-to-video`
 *
 * Changes a video by a written instruction, optionally into another aspect ratio.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("runwayml/runway-aleph-2/video-to-video", {
 *   "prompt": "Replace the parked car with a white horse, matching the light and the shadows; keep the street unchanged",
 *   "video_url": "https://example.com/clip.mp4",
 *   "target_aspect_ratio": "16:9"
 * });
 * ```
 */
export interface RunwaymlRunwayAleph2VideoToVideoInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * The video to change.
   *
   * Video: URL, data URI or file; the file's file size mb < 16.
   */
  video_url: Media;
  /**
   * Aspect ratio of the new video.
   */
  target_aspect_ratio?: "16:9" | "4:3" | "3:2" | "1:1" | "2:3" | "3:4" | "9:16" | "21:9";
  /**
   * The same seed and input give similar results.
   *
   * 0 to 4294967295.
   */
  seed?: number;
}

/**
 * Wan 2.7 Edit — `wan-ai/wan-2.7/edit`
 *
 * Edits or combines up to 4 images by a written instruction and returns up to 4 results.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-2.7/edit", {
 *   "prompt": "Change the season to deep winter with fresh snow on every surface; keep the composition and the people as they are",
 *   "image_urls": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "image_size": "landscape_4_3"
 * });
 * ```
 */
export interface WanAiWan27EditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 4.
   *
   * 1 to 4 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  image_urls: Media[];
  /**
   * Shape of the image; square_hd is the larger of the two squares.
   *
   * @default "square_hd"
   */
  image_size?: "square_hd" | "square" | "portrait_4_3" | "portrait_16_9" | "landscape_4_3" | "landscape_16_9";
  /**
   * How many edited images to make.
   *
   * 1 to 4.
   *
   * @default 1
   */
  num_images?: number;
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  enable_prompt_expansion?: boolean;
  /**
   * What the image should not show.
   */
  negative_prompt?: string;
  /**
   * The same seed and input give similar results.
   *
   * 0 to 2147483647.
   */
  seed?: number;
}

/**
 * Wan 2.7 Image to Video — `wan-ai/wan-2.7/image-to-video`
 *
 * Animates an image by a written description, optionally towards a last frame and to a soundtrack.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-2.7/image-to-video", {
 *   "prompt": "Steam rises from the cup while the camera moves slowly closer",
 *   "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 5
 * });
 * ```
 */
export interface WanAiWan27ImageToVideoInput {
  /**
   * What happens in the video.
   *
   * At most 5000 characters.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image_url: Media;
  /**
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  end_image_url?: Media;
  /**
   * The audio that the video is timed to.
   *
   * Audio: URL, data URI or file.
   */
  audio_url?: Media;
  /**
   * Length of the video in seconds.
   *
   * @default 5
   */
  duration?: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
  /**
   * Resolution of the video.
   *
   * @default "1080p"
   */
  resolution?: "720p" | "1080p";
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  enable_prompt_expansion?: boolean;
  /**
   * What the video should not show.
   *
   * At most 500 characters.
   */
  negative_prompt?: string;
  /**
   * The same seed and input give similar results.
   *
   * 0 to 2147483647.
   *
   * @default 0
   */
  seed?: number;
}

/**
 * Wan 2.7 Text to Image — `wan-ai/wan-2.7/text-to-image`
 *
 * Makes up to 5 images from a written description.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-2.7/text-to-image", {
 *   "prompt": "A red fox asleep on a mossy stump, morning mist between the pines, 85mm photograph",
 *   "image_size": "landscape_16_9",
 *   "max_images": 2
 * });
 * ```
 */
export interface WanAiWan27TextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Shape of the image; square_hd is the larger of the two squares.
   *
   * @default "square_hd"
   */
  image_size?: "square_hd" | "square" | "portrait_4_3" | "portrait_16_9" | "landscape_4_3" | "landscape_16_9";
  /**
   * The largest number of images to make.
   *
   * 1 to 5.
   *
   * @default 1
   */
  max_images?: number;
  /**
   * What the image should not show.
   */
  negative_prompt?: string;
  /**
   * The same seed and input give similar results.
   *
   * 0 to 2147483647.
   */
  seed?: number;
}

/**
 * Wan 2.7 Text to Video — `wan-ai/wan-2.7/text-to-video`
 *
 * Makes a video of 2 to 15 seconds from a written description, optionally to a soundtrack of your own.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-2.7/text-to-video", {
 *   "prompt": "A street violinist plays under a stone arch in the rain, passers-by with umbrellas blur past, handheld close-up",
 *   "audio_url": "https://example.com/voice.mp3",
 *   "duration": 10
 * });
 * ```
 */
export interface WanAiWan27TextToVideoInput {
  /**
   * What happens in the video.
   *
   * At most 5000 characters.
   */
  prompt: string;
  /**
   * The audio that the video is timed to.
   *
   * Audio: URL, data URI or file.
   */
  audio_url?: Media;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16" | "1:1" | "4:3" | "3:4";
  /**
   * Resolution of the video.
   *
   * @default "1080p"
   */
  resolution?: "720p" | "1080p";
  /**
   * Length of the video in seconds.
   *
   * @default 5
   */
  duration?: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  enable_prompt_expansion?: boolean;
  /**
   * What the video should not show.
   *
   * At most 500 characters.
   */
  negative_prompt?: string;
  /**
   * The same seed and input give similar results.
   *
   * 0 to 2147483647.
   *
   * @default 0
   */
  seed?: number;
}

/**
 * Wan 3.0 Image to Video — `wan-ai/wan-3.0/image-to-video`
 *
 * Animates an image by a written description for up to 30 seconds, with sound, optionally towards a last frame.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-3.0/image-to-video", {
 *   "prompt": "The curtain lifts in the draught, dust drifts through the light and the camera glides slowly to the right",
 *   "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 8,
 *   "resolution": "1080p"
 * });
 * ```
 */
export interface WanAiWan30ImageToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image_url: Media;
  /**
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  end_image_url?: Media;
  /**
   * Aspect ratio of the video; adaptive follows the input image.
   *
   * @default "adaptive"
   */
  aspect_ratio?: "adaptive" | "16:9" | "9:16" | "1:1" | "4:3" | "3:4";
  /**
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "480p" | "720p" | "1080p";
  /**
   * Length of the video in seconds.
   *
   * 2 to 30.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  enable_audio?: boolean;
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  prompt_extend?: boolean;
  /**
   * The same seed and input give similar results.
   *
   * 0 to 2147483647.
   *
   * @default 0
   */
  seed?: number;
}

/**
 * Wan 3.0 Text to Video — `wan-ai/wan-3.0/text-to-video`
 *
 * Makes a video of up to 30 seconds from a written description, with sound unless it is turned off.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-3.0/text-to-video", {
 *   "prompt": "A night train crosses a snowy viaduct under a full moon, wide aerial shot, the wheels clattering on the rails",
 *   "duration": 12,
 *   "aspect_ratio": "16:9"
 * });
 * ```
 */
export interface WanAiWan30TextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video; adaptive lets the model choose.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16" | "1:1" | "4:3" | "3:4" | "adaptive";
  /**
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "480p" | "720p" | "1080p";
  /**
   * Length of the video in seconds.
   *
   * 2 to 30.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  enable_audio?: boolean;
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  prompt_extend?: boolean;
  /**
   * The same seed and input give similar results.
   */
  seed?: number;
}

declare module "./lean.js" {
  interface ModelInputs {
    "acestep-ai/ace-step-1.5/text-to-audio": AcestepAiAceStep15TextToAudioInput;
    "alibaba/happyhorse-1.1/text-to-video": AlibabaHappyhorse11TextToVideoInput;
    "blackforestlabs/flux-2-klein/4b/text-to-image": BlackforestlabsFlux2Klein4BTextToImageInput;
    "blackforestlabs/flux-2-klein/9b/text-to-image": BlackforestlabsFlux2Klein9BTextToImageInput;
    "blackforestlabs/flux-3/image": BlackforestlabsFlux3ImageInput;
    "blackforestlabs/flux-3/image-to-video": BlackforestlabsFlux3ImageToVideoInput;
    "blackforestlabs/flux-3/text-to-video": BlackforestlabsFlux3TextToVideoInput;
    "bytedance/seed-audio-1.0/text-to-audio": BytedanceSeedAudio10TextToAudioInput;
    "bytedance/seedance-2.0/pro": BytedanceSeedance20ProInput;
    "bytedance/seedance-2.5/image-to-video/720p": BytedanceSeedance25ImageToVideo720PInput;
    "bytedance/seedance-2.5/reference-to-video/720p": BytedanceSeedance25ReferenceToVideo720PInput;
    "bytedance/seedance-2.5/text-to-video/720p": BytedanceSeedance25TextToVideo720PInput;
    "bytedance/seedream-5.0-pro/image-to-image": BytedanceSeedream50ProImageToImageInput;
    "bytedance/seedream-5.0-pro/text-to-image": BytedanceSeedream50ProTextToImageInput;
    "elevenlabs/elevenlabs/music-generation": ElevenlabsElevenlabsMusicGenerationInput;
    "google/gemini-omni-flash/text-to-video": GoogleGeminiOmniFlashTextToVideoInput;
    "google/gemini-omni-flash/video-edit": GoogleGeminiOmniFlashVideoEditInput;
    "google/nano-banana-2-lite/edit": GoogleNanoBanana2LiteEditInput;
    "google/nano-banana-2-lite/text-to-image": GoogleNanoBanana2LiteTextToImageInput;
    "ideogram-ai/ideogram-v4/text-to-image": IdeogramAiIdeogramV4TextToImageInput;
    "kling/kling-3.0/pro/image-to-video": KlingKling30ProImageToVideoInput;
    "kling/kling-3.0/standard/text-to-video": KlingKling30StandardTextToVideoInput;
    "kling/kling-video-o3/pro/image-to-video": KlingKlingVideoO3ProImageToVideoInput;
    "lightricks/ltx-2.5/image-to-video/fast": LightricksLtx25ImageToVideoFastInput;
    "lightricks/ltx-2.5/text-to-video/pro": LightricksLtx25TextToVideoProInput;
    "minimax/minimax-h3/image-to-video": MinimaxMinimaxH3ImageToVideoInput;
    "minimax/minimax-h3/text-to-video": MinimaxMinimaxH3TextToVideoInput;
    "openai/gpt-image-2.5/flare/edit": OpenaiGptImage25FlareEditInput;
    "openai/gpt-image-2.5/flare/text-to-image": OpenaiGptImage25FlareTextToImageInput;
    "openai/gpt-image-2.5/sunburst/edit": OpenaiGptImage25SunburstEditInput;
    "openai/gpt-image-2.5/sunburst/text-to-image": OpenaiGptImage25SunburstTextToImageInput;
    "openai/gpt-image-2/edit": OpenaiGptImage2EditInput;
    "openai/gpt-image-2/text-to-image": OpenaiGptImage2TextToImageInput;
    "pixverse/pixverse-v6/image-to-video": PixversePixverseV6ImageToVideoInput;
    "pixverse/pixverse-v6/text-to-video": PixversePixverseV6TextToVideoInput;
    "qwen/qwen-image-3.0/edit": QwenQwenImage30EditInput;
    "qwen/qwen-image-3.0/text-to-image": QwenQwenImage30TextToImageInput;
    "runwayml/runway-aleph-2/video-to-video": RunwaymlRunwayAleph2VideoToVideoInput;
    "wan-ai/wan-2.7/edit": WanAiWan27EditInput;
    "wan-ai/wan-2.7/image-to-video": WanAiWan27ImageToVideoInput;
    "wan-ai/wan-2.7/text-to-image": WanAiWan27TextToImageInput;
    "wan-ai/wan-2.7/text-to-video": WanAiWan27TextToVideoInput;
    "wan-ai/wan-3.0/image-to-video": WanAiWan30ImageToVideoInput;
    "wan-ai/wan-3.0/text-to-video": WanAiWan30TextToVideoInput;
  }
}
