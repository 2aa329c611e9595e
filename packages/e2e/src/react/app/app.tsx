import { Editor as TanstackForm } from "readme:@tanstack/react-form";
import { Editor as HookForm } from "readme:react-hook-form";
import type { ModelApiClient } from "@model-api/client";
import { ModelApiProvider } from "@model-api/react";
import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { Form, FormWithDraft } from "./form.js";
import { Hidden } from "./hidden.js";
import { Kinds } from "./kinds.js";
import { Lists, SuspendedLists } from "./lists.js";
import { Runner, RunsAtOnce } from "./runner.js";
import { byHalves, Upload } from "./upload.js";
import { Suspended, Viewers } from "./viewers.js";

export interface SceneProps {
  readonly params: URLSearchParams;
}

const SCENES: Record<string, ComponentType<SceneProps>> = {
  runner: Runner,
  effect: RunsAtOnce,
  viewers: Viewers,
  suspended: Suspended,
  hidden: Hidden,
  form: Form,
  draft: FormWithDraft,
  kinds: Kinds,
  "hook-form": HookForm,
  "tanstack-form": TanstackForm,
  lists: Lists,
  "suspended-lists": SuspendedLists,
  upload: Upload,
};

interface AppProps {
  readonly search: string;
  readonly cache: QueryClient;
  /** A client that reaches the API from where the page is rendered, else one that goes through the page's own server. */
  readonly client?: ModelApiClient;
}

/** A page of one scene, which `?scene=` names. */
export function App({ search, cache, client }: AppProps) {
  const params = new URLSearchParams(search);
  const Scene = SCENES[params.get("scene") ?? ""] ?? Runner;
  const token = params.get("token") ?? undefined;
  const reach = client
    ? { client }
    : { options: { baseUrl: "/api/model-api", token, upload: params.has("halves") ? byHalves : undefined } };
  return (
    <ModelApiProvider {...reach} queryClient={cache}>
      <Scene params={params} />
    </ModelApiProvider>
  );
}
