import { useUpload } from "@model-api/react";

export function Upload() {
  const { upload, uri, error, isUploading } = useUpload();
  return (
    <>
      <input
        type="file"
        onChange={({ target }) => target.files?.[0] && upload(target.files[0]).catch(() => {})}
      />
      <p id="upload" data-uri={uri} data-error={error?.message} data-uploading={isUploading} />
    </>
  );
}
