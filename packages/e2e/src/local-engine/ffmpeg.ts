import { execFileSync, spawnSync } from "node:child_process";

const [hasFfmpeg, hasFfprobe] = ["ffmpeg", "ffprobe"].map(
  (tool) => spawnSync(tool, ["-version"], { stdio: "ignore" }).status === 0,
);

/** Whether what the engine writes cannot be judged by others here. That is loud, and fails where it would go unseen. */
export const WITHOUT_FFMPEG: boolean = !(hasFfmpeg && hasFfprobe);
if (WITHOUT_FFMPEG) {
  const message = "The suites of placeholders need ffmpeg and ffprobe on the PATH: `apt-get install ffmpeg`.";
  if (process.env.CI) throw new Error(message);
  console.warn(`\n\n!!! SKIPPED. ${message}\n\n`);
}

/** What `ffprobe` says of a stream, as far as suites look at it. */
export interface Stream {
  readonly codec_type: "video" | "audio";
  readonly codec_name: string;
  readonly profile?: string;
  readonly width?: number;
  readonly height?: number;
  readonly pix_fmt?: string;
  readonly r_frame_rate: string;
  readonly nb_read_frames?: string;
  /** Seconds. */
  readonly duration: string;
  readonly sample_rate?: string;
  readonly channels?: number;
}

export interface Probe {
  readonly streams: readonly Stream[];
  readonly format: {
    readonly format_name: string;
    readonly duration: string;
    readonly tags?: { comment?: string };
  };
}

/** Reads the file with `ffprobe`, all of its frames included. */
export function probe(path: string): Probe {
  const args = ["-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", path];
  return JSON.parse(execFileSync("ffprobe", args, { encoding: "utf8" }));
}

/** Decodes all of a file, and returns what the decoder complains of. */
export function complaints(path: string): string {
  const args = ["-v", "error", "-xerror", "-i", path, "-f", "null", "-"];
  const { status, stderr } = spawnSync("ffmpeg", args, { encoding: "utf8" });
  return `${stderr}${status === 0 ? "" : `ended with ${status}`}`;
}

/** The picture at a time, as PNG. */
export function pictureAt(path: string, seconds: number): Buffer {
  const args = [
    "-v",
    "error",
    "-ss",
    String(seconds),
    "-i",
    path,
    "-frames:v",
    "1",
    "-f",
    "image2pipe",
    "-c:v",
    "png",
    "-",
  ];
  return execFileSync("ffmpeg", args, { maxBuffer: 2 ** 28 });
}

/** The first channel of a sound, from -1 to 1. */
export function samplesOf(path: string, sampleRate: number): Float32Array {
  const args = [
    "-v",
    "error",
    "-i",
    path,
    "-map",
    "0:a",
    "-ac",
    "1",
    "-ar",
    String(sampleRate),
    "-f",
    "f32le",
    "-",
  ];
  const bytes = execFileSync("ffmpeg", args, { maxBuffer: 2 ** 28 });
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Makes a file of `ffmpeg`'s own sources. */
export function makeClip(path: string, args: readonly string[]): string {
  execFileSync("ffmpeg", ["-v", "error", "-y", ...args, path]);
  return path;
}
