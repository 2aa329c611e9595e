import { ModelApiProvider } from "@model-api/react";
import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { Form, FormWithDraft } from "./form.js";
import { Hidden } from "./hidden.js";
import { Lists } from "./lists.js";
import { Runner, RunsAtOnce } from "./runner.js";
import { Upload } from "./upload.js";
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
  lists: Lists,
  upload: Upload,
};

/** A page of one scene, which `?scene=` names. */
export function App({ search, cache }: { readonly search: string; readonly cache: QueryClient }) {
  const params = new URLSearchParams(search);
  const Scene = SCENES[params.get("scene") ?? ""] ?? Runner;
  const token = params.get("token") ?? undefined;
  return (
    <ModelApiProvider options={{ baseUrl: "/api/model-api", token }} queryClient={cache}>
      <Scene params={params} />
    </ModelApiProvider>
  );
}
