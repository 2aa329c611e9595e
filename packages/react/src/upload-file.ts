import { auto, type ClientOptions, createClient, untyped } from "@model-api/client";
import type { UploadFile } from "./context.js";

/** Stands for a model where there is none: nothing is submitted to it. */
const NO_MODEL = untyped("file/upload");

/** Uploads one file as a submit would: it is looked at, uploaded and repeated by the client, which stops before the submit. */
export function createUploadFile(options: ClientOptions): UploadFile {
  const { upload = auto() } = options;
  return async (file, { signal, onProgress } = {}) => {
    let uri: string | undefined;
    const client = createClient({
      ...options,
      validate: false,
      models: undefined,
      prepareInput: undefined,
      async upload(typed, context) {
        uri = await upload(typed, context);
        throw new Error("The file is uploaded");
      },
    });
    try {
      await client.submit(NO_MODEL, { file }, { signal, onUpload: (progress) => onProgress?.(progress) });
    } catch (error) {
      if (uri === undefined) throw error;
    }
    return uri ?? "";
  };
}
