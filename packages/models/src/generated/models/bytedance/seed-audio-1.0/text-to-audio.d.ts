// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

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

declare module "../../../lean.js" {
  interface ModelInputs {
    "bytedance/seed-audio-1.0/text-to-audio": BytedanceSeedAudio10TextToAudioInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BytedanceSeedAudio10TextToAudioInput>[];
export declare const validator: ModelValidator<BytedanceSeedAudio10TextToAudioInput>;
