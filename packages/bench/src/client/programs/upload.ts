/** Resident memory while a file becomes a data URI. usage: upload BYTES; prints an UploadReport. */
import { dataUri } from "@model-api/client";

export interface UploadReport {
  readonly fileBytes: number;
  /** Resident memory at its highest over what it was with the file in memory, in bytes. */
  readonly growth: number;
}

const fileBytes = Number(process.argv[2]);
const bytes = new Uint8Array(fileBytes);
bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const file = new Blob([bytes], { type: "image/png" });
globalThis.gc?.();
const before = process.memoryUsage.rss();
let peak = before;
const look = () => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
const timer = setInterval(look, 1);
const uri = await dataUri({ maxBytes: fileBytes })(file, {
  onProgress: look,
  refuse(reason) {
    throw new Error(reason);
  },
  server: { takesFiles: async () => false, uploadFile: () => Promise.reject(new Error("not asked for")) },
});
look();
clearInterval(timer);
if (uri.length < (fileBytes * 4) / 3) throw new Error("the URI is too short");
console.log(JSON.stringify({ fileBytes, growth: peak - before } satisfies UploadReport));
