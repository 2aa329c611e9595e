import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadModel } from "@model-api/models/load";
import sharp from "sharp";
import { call, cleanUp, type Served, serve, temporaryFolder, until } from "../harness.js";
import { makeClip } from "./ffmpeg.js";

export interface Made {
  readonly kind: "image" | "video" | "audio";
  /** Where the files have been downloaded to. */
  readonly paths: readonly string[];
  readonly report: {
    readonly engine: string;
    readonly applied: readonly { readonly operation: string; readonly detail: string }[];
    readonly ignored: readonly { readonly instruction: string; readonly reason: string }[];
  };
}

/** A server with the local engine, as a user starts it, and media for inputs to name. */
export interface Studio {
  readonly served: Served;
  /** Submits, waits, and downloads. */
  make(modelId: string, input: object): Promise<Made>;
  /** The first example of a model's page, with media that exist here. */
  exampleOf(modelId: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

type Answer = Record<string, unknown> & { output?: Record<string, string | string[]> };

export async function openStudio(): Promise<Studio> {
  const folder = temporaryFolder();
  const served = await serve(join(folder, "data"), { flags: ["--engine", "local"] });
  const media = await makeMedia(folder);
  let files = 0;

  async function keep(url: string): Promise<string> {
    const response = await fetch(url);
    const path = join(folder, `made-${files++}${new URL(url).pathname.replace(/^.*(?=\.)/, "")}`);
    writeFileSync(path, Buffer.from(await response.arrayBuffer()));
    return path;
  }

  return {
    served,
    async make(modelId, input) {
      const { status, body } = await call(served, "POST", `/v1/models/${modelId}`, input);
      if (status !== 200) throw new Error(`${modelId}: ${status} ${JSON.stringify(body)}`);
      const path = `/v1/requests/${body.request_id}/result`;
      const answer = (await until(
        modelId,
        async () => {
          const { body: result } = await call(served, "GET", path);
          return ["completed", "failed"].includes(result.status) && result;
        },
        120,
      )) as unknown as Answer;
      if (!answer.output) throw new Error(`${modelId}: ${JSON.stringify(answer)}`);
      const [[name = "", urls] = []] = Object.entries(answer.output);
      const paths = await Promise.all([urls ?? []].flat().map(keep));
      return {
        kind: name.replace(/s$/, "") as Made["kind"],
        paths,
        report: answer.engine_report as Made["report"],
      };
    },
    async exampleOf(modelId) {
      const model = await loadModel(modelId);
      const input: Record<string, unknown> = { ...model?.examples[0]?.input };
      for (const [name, field] of Object.entries(model?.inputSchema.properties ?? {})) {
        const uri = media[field.format ?? field.items?.format ?? ""];
        if (uri !== undefined && name in input) input[name] = field.type === "array" ? [uri] : uri;
      }
      return input;
    },
    close: cleanUp,
  };
}

async function makeMedia(folder: string): Promise<Readonly<Record<string, string>>> {
  const picture = sharp({ create: { width: 600, height: 400, channels: 3, background: "#557799" } });
  const film = makeClip(join(folder, "clip.mp4"), [
    ...["-f", "lavfi", "-i", "testsrc=size=640x360:rate=30:duration=2.5", "-pix_fmt", "yuv420p"],
  ]);
  const sound = makeClip(join(folder, "voice.wav"), ["-f", "lavfi", "-i", "sine=duration=1"]);
  const uri = (type: string, bytes: Buffer): string => `data:${type};base64,${bytes.toString("base64")}`;
  return {
    image_uri: uri("image/png", await picture.png().toBuffer()),
    video_uri: uri("video/mp4", readFileSync(film)),
    audio_uri: uri("audio/wav", readFileSync(sound)),
  };
}
