import { useEffect, useRef, useState } from "react";

/**
 * URLs by which a page shows files that are not uploaded yet. Each is revoked when its file leaves the form, and all of them
 * when the form leaves the page or is hidden; a form that is shown again gets new ones.
 */
export function usePreviews(files: readonly Blob[]): ReadonlyMap<Blob, string> {
  const [shown, show] = useState<ReadonlyMap<Blob, string>>(new Map());
  const made = useRef(new Map<Blob, string>());

  useEffect(() => {
    const urls = made.current;
    const wanted = new Set(files);
    const gone = [...urls.keys()].filter((file) => !wanted.has(file));
    const fresh = [...wanted].filter((file) => !urls.has(file));
    for (const file of fresh) urls.set(file, URL.createObjectURL(file));
    for (const file of gone) revoke(urls, file);
    if (gone.length + fresh.length > 0) show(new Map(urls));
  }, [files]);

  useEffect(() => {
    const urls = made.current;
    return () => {
      for (const file of [...urls.keys()]) revoke(urls, file);
    };
  }, []);

  return shown;
}

function revoke(urls: Map<Blob, string>, file: Blob): void {
  URL.revokeObjectURL(urls.get(file) ?? "");
  urls.delete(file);
}
