import { generateSpeech } from "ai";
import { expect, test } from "vitest";
import { closeAfterEach, openScene, rejection } from "./scene.js";

closeAfterEach();

const SPEECH = "bytedance/seed-audio-1.0/text-to-audio";

test("a text is spoken, and the settings are the model's input", async () => {
  const { engine, modelApi } = await openScene();
  const { audio, warnings, providerMetadata } = await generateSpeech({
    model: modelApi.speech(SPEECH),
    text: "Good morning",
    voice: "jean_en_zh",
    speed: 1.25,
    outputFormat: "wav",
    language: "en",
    instructions: "slowly",
    providerOptions: { modelApi: { pitch: -2 } },
  });
  expect([audio.mediaType, Buffer.from(audio.uint8Array.subarray(0, 4)).toString()]).toEqual([
    "audio/wav",
    "RIFF",
  ]);
  expect(engine.begun[0]?.input).toEqual({
    prompt: "Good morning",
    voice: "jean_en_zh",
    speed: 1.25,
    output_format: "wav",
    pitch: -2,
  });
  expect(warnings.map((warning) => "feature" in warning && warning.feature)).toEqual([
    "instructions",
    "language",
  ]);
  expect(providerMetadata.modelApi).toMatchObject({ audio: [{ mediaType: "audio/wav" }], requests: [{}] });
});

test("a voice that the model does not have is refused with the nearest, and nothing is sent", async () => {
  const { modelApi, tap } = await openScene();
  const error = await rejection(
    generateSpeech({ model: modelApi.speech(SPEECH), text: "x", voice: "jean_en" }),
  );
  expect(error).toMatchObject({ name: "AI_InvalidArgumentError", argument: "voice" });
  expect(tap.calls).toEqual([]);
});

test("a model that makes music is refused: it says what to do instead", async () => {
  const { modelApi } = await openScene();
  expect(() => modelApi.speech("elevenlabs/elevenlabs/music-generation")).toThrow(
    'run it by `modelApi.client.run("elevenlabs/elevenlabs/music-generation", …)`',
  );
});
