import { type ClientOptions, createClient, type ModelApiClient } from "@model-api/client";
import { QueryClient, QueryClientContext, QueryClientProvider } from "@tanstack/react-query";
import { createElement, type ReactElement, type ReactNode, useContext, useMemo, useState } from "react";
import { ModelApiContext, type UploadFile } from "./context.js";
import { createUploadFile } from "./upload-file.js";

export type ModelApiProviderProps = {
  /** @default the one of the surrounding QueryClientProvider, else a new one */
  readonly queryClient?: QueryClient | undefined;
  readonly children?: ReactNode;
} & (
  | {
      /** Options of the client, which is made once. In a page: `{ baseUrl: "/api/model-api" }`, your proxy, and no token. */
      readonly options: ClientOptions;
      readonly client?: undefined;
      readonly uploadFile?: undefined;
    }
  | {
      /** A client of your own. */
      readonly client: ModelApiClient;
      readonly options?: undefined;
      /** What `useUpload` calls: a client of your own does not say where files go. */
      readonly uploadFile?: UploadFile | undefined;
    }
);

/** Gives the hooks below it their client, and a QueryClient where there is none. */
export function ModelApiProvider(props: ModelApiProviderProps): ReactElement {
  const surrounding = useContext(QueryClientContext);
  const [own] = useState(() => (surrounding || props.queryClient ? undefined : new QueryClient()));
  const [made] = useState(() => props.options && fromOptions(props.options));
  const { client, uploadFile, children } = props;
  const value = useMemo(
    () => (client ? { client: () => client, uploadFile } : made),
    [client, uploadFile, made],
  );
  const content = createElement(ModelApiContext.Provider, { value }, children);
  const cache = props.queryClient ?? own;
  return cache ? createElement(QueryClientProvider, { client: cache }, content) : content;
}

function fromOptions(options: ClientOptions) {
  if (options.token) warnOfToken();
  let client: ModelApiClient | undefined;
  return {
    // A path of the page's own origin is no address to a server that renders the page: it needs none.
    client: () => (client ??= createClient(options)),
    uploadFile: createUploadFile(options),
  };
}

let hasWarned = false;

function warnOfToken(): void {
  if (hasWarned || !("document" in globalThis)) return;
  hasWarned = true;
  console.warn(
    "ModelApiProvider was given a token in a browser, where everybody who opens the page can read it. Leave it out, and point baseUrl at a proxy on your server that adds it.",
  );
}
