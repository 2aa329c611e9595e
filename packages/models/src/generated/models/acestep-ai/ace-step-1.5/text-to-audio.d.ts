// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

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

declare module "../../../lean.js" {
  interface ModelInputs {
    "acestep-ai/ace-step-1.5/text-to-audio": AcestepAiAceStep15TextToAudioInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<AcestepAiAceStep15TextToAudioInput>[];
export declare const validator: ModelValidator<AcestepAiAceStep15TextToAudioInput>;
