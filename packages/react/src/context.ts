import type { ModelApiClient } from "@model-api/client";
import { createContext, useContext } from "react";

/** Takes care of a file, and gives the URI that stands for it in an input. */
export type UploadFile = (
  file: Blob,
  options?: {
    readonly signal?: AbortSignal | undefined;
    /** Told bytes, as they go. */
    readonly onProgress?:
      | ((progress: { readonly loaded: number; readonly total: number }) => void)
      | undefined;
  },
) => Promise<string>;

export interface ModelApiContextValue {
  /** Gives the client; makes it when it is first needed, which while a server renders a page it may never be. */
  readonly client: () => ModelApiClient;
  readonly uploadFile: UploadFile | undefined;
}

export const ModelApiContext = createContext<ModelApiContextValue | undefined>(undefined);

export function useModelApiContext(): ModelApiContextValue {
  const value = useContext(ModelApiContext);
  if (!value) throw new Error("There is no <ModelApiProvider> above this component.");
  return value;
}

/** The client of the surrounding provider. */
export const useModelApiClient = (): ModelApiClient => useModelApiContext().client();
