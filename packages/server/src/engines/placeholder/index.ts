import { createHash } from "node:crypto";
import { type Catalog, installedCatalog } from "../../catalog.js";
import type { Engine, EngineFile, MediaKind } from "../engine.js";
import { sampleAudio, sampleImage, sampleVideo } from "./samples.js";

const EDGE = 32;

/**
 * An engine for tests: serves every model of the catalog, at once, with a tiny valid file of the model's kind. The same input gives the
 * same file, and another input most likely another picture. It follows no prompt, and its report says so.
 */
export function createPlaceholderEngine({ catalog = installedCatalog }: { catalog?: Catalog } = {}): Engine {
  const kinds = new Map(catalog.models.map((model) => [model.model_id, model.output_kind ?? "image"]));
  return {
    name: "placeholder",
    repeatable: true,
    serves: (modelId) => kinds.has(modelId),
    async run({ modelId, input }, { signal }) {
      signal.throwIfAborted();
      return {
        files: [fileOf(kinds.get(modelId) ?? "image", JSON.stringify([modelId, input]))],
        report: {
          engine: "placeholder",
          applied: [],
          ignored: [
            {
              instruction: "input",
              reason: "This engine is for tests: it makes a sample and follows no input.",
            },
          ],
        },
      };
    },
  };
}

function fileOf(kind: MediaKind, seed: string): EngineFile {
  if (kind === "video") return { kind, mediaType: "video/mp4", data: sampleVideo() };
  if (kind === "audio") return { kind, mediaType: "audio/wav", data: sampleAudio() };
  const [red = 0, green = 0, blue = 0] = createHash("sha256").update(seed).digest();
  return { kind, mediaType: "image/png", data: sampleImage(EDGE, [red, green, blue]) };
}
