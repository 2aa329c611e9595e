import type { ModelInputs } from "@model-api/client";
import { useModel } from "@model-api/react";
import { useEffect, useState } from "react";
import type { SceneProps } from "./app.js";
import { Shown } from "./shown.js";

export const EDIT = "openai/gpt-image-2/edit";
/** One pixel. */
const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export const input = (prompt: string): ModelInputs[typeof EDIT] => ({ prompt, images: [PIXEL] });

/** Puts a request's id where it outlives the page. */
function keepInUrl(requestId: string): void {
  const url = new URL(location.href);
  url.searchParams.set("run", requestId);
  history.replaceState(null, "", url);
}

/** Runs a model by buttons; goes on where the URL says. */
export function Runner({ params }: SceneProps) {
  const model = useModel(EDIT, { requestId: params.get("run"), onSubmitted: keepInUrl });
  const [note, setNote] = useState("");
  const told = (promise: Promise<unknown>) =>
    promise.then(
      (value) => setNote(JSON.stringify(value) ?? "nothing"),
      (error: Error) => setNote(error.name),
    );
  return (
    <>
      <button type="button" onClick={() => model.run(input("a"))}>
        Run
      </button>
      <button type="button" onClick={() => model.run(input("b"))}>
        Run another
      </button>
      <button type="button" onClick={() => told(model.runAsync(input("a")).then(({ status }) => status))}>
        Await
      </button>
      <button type="button" onClick={() => told(model.cancel())}>
        Cancel
      </button>
      <button type="button" onClick={model.reset}>
        Reset
      </button>
      <p id="note">{note}</p>
      <Shown name="model" told={model} />
    </>
  );
}

/** Runs a model by an effect, which StrictMode runs twice. */
export function RunsAtOnce() {
  const { run, ...model } = useModel(EDIT);
  useEffect(() => {
    run(input("by an effect"));
  }, [run]);
  return <Shown name="model" told={model} />;
}
