import { useRef, useState } from "react";
import { useModelApiContext } from "./context.js";

export interface UseUploadResult {
  /** Uploads a file, and gives the URI that stands for it in an input. A second upload ends the first one. */
  upload(file: Blob): Promise<string>;
  /** Bytes as they go, 0 to 1; undefined where nothing is uploaded. */
  readonly progress: number | undefined;
  readonly isUploading: boolean;
  /** What the last upload gave. */
  readonly uri: string | undefined;
  readonly error: Error | null;
  /** Ends an upload, and forgets. */
  reset(): void;
}

type Upload = Pick<UseUploadResult, "progress" | "uri" | "error">;
const NONE: Upload = { progress: undefined, uri: undefined, error: null };

/** Uploads a file before it is needed, as a submit would otherwise do by itself. */
export function useUpload(): UseUploadResult {
  const { uploadFile } = useModelApiContext();
  const [state, setState] = useState(NONE);
  const current = useRef<AbortController>(undefined);

  async function upload(file: Blob): Promise<string> {
    const own = begin();
    const show = (next: Partial<Upload>) => current.current === own && setState({ ...NONE, ...next });
    show({ progress: 0 });
    try {
      if (!uploadFile) throw new Error("Give ModelApiProvider `options`, or `uploadFile` beside `client`.");
      const uri = await uploadFile(file, {
        signal: own.signal,
        onProgress: ({ loaded, total }) => show({ progress: loaded / (total || 1) }),
      });
      show({ uri });
      return uri;
    } catch (error) {
      show({ error: error as Error });
      throw error;
    }
  }

  function begin() {
    current.current?.abort();
    current.current = new AbortController();
    return current.current;
  }

  function reset() {
    begin();
    setState(NONE);
  }

  return { ...state, upload, reset, isUploading: state.progress !== undefined };
}
