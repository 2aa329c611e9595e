import type { Uploader } from "./uploader.js";

/** Uploads files to the server's own `POST /v1/files`. */
export function serverFiles(): Uploader {
  return async (file, { server, onProgress }) => {
    const url = await server.uploadFile(file);
    onProgress(file.size);
    return url;
  };
}
