// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

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

declare module "../../../lean.js" {
  interface ModelInputs {
    "elevenlabs/elevenlabs/music-generation": ElevenlabsElevenlabsMusicGenerationInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<ElevenlabsElevenlabsMusicGenerationInput>[];
export declare const validator: ModelValidator<ElevenlabsElevenlabsMusicGenerationInput>;
