import type { ClientOptions } from "@model-api/client";
import { useUpload } from "@model-api/react";
import type { SceneProps } from "./app.js";

/** An uploader that tells of the half before it uploads. */
export const byHalves: NonNullable<ClientOptions["upload"]> = (file, { onProgress, server }) => {
  onProgress(file.size / 2);
  return server.uploadFile(file);
};

export function Upload(_: SceneProps) {
  const { upload, reset, uri, error, progress, isUploading } = useUpload();
  return (
    <>
      <input
        type="file"
        onChange={({ target }) => target.files?.[0] && upload(target.files[0]).catch(() => {})}
      />
      <button type="button" onClick={reset}>
        Stop
      </button>
      <p
        id="upload"
        data-uri={uri}
        data-error={error?.message}
        data-uploading={isUploading}
        data-progress={progress}
      />
    </>
  );
}
