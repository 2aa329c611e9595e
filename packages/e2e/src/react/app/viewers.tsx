import { useRequest, useSuspenseRequest } from "@model-api/react";
import { Suspense, useState } from "react";
import type { SceneProps } from "./app.js";
import { Shown } from "./shown.js";

/** As many components as `?count=` says look at one request. */
export function Viewers({ params }: SceneProps) {
  const [isShown, setShown] = useState(true);
  const names = Array.from({ length: Number(params.get("count") ?? 1) }, (_, index) => `viewer-${index}`);
  return (
    <>
      <button type="button" onClick={() => setShown(!isShown)}>
        Toggle
      </button>
      {isShown && names.map((name) => <Viewer key={name} name={name} params={params} />)}
    </>
  );
}

function Viewer({ name, params }: SceneProps & { readonly name: string }) {
  return (
    <Shown name={name} told={useRequest(params.get("run"), { model: params.get("model") ?? undefined })} />
  );
}

/** A component that is there when the request has ended, beside one that follows it. */
export function Suspended({ params }: SceneProps) {
  return (
    <>
      <Viewers params={params} />
      <Suspense fallback={<p id="waiting">waiting</p>}>
        <Result id={params.get("run") ?? ""} />
      </Suspense>
    </>
  );
}

function Result({ id }: { readonly id: string }) {
  const { output } = useSuspenseRequest(id);
  return <img id="result" src={output.image} alt="result" />;
}
