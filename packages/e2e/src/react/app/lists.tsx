import {
  useModelSchema,
  useModels,
  useRequests,
  useSuspenseModelSchema,
  useSuspenseModels,
  useSuspenseRequests,
} from "@model-api/react";
import { Suspense } from "react";
import type { SceneProps } from "./app.js";
import { Boundary } from "./boundary.js";
import { EDIT } from "./runner.js";

/** The lists, a page of two at a time. */
export function Lists() {
  const models = useModels({ search: "image", limit: 2 });
  const requests = useRequests({ limit: 2 });
  const schema = useModelSchema(EDIT);
  return (
    <>
      <button type="button" onClick={() => models.fetchNextPage()}>
        More models
      </button>
      <button type="button" disabled={!requests.hasNextPage} onClick={() => requests.fetchNextPage()}>
        More requests
      </button>
      <ul id="models" data-total={models.total}>
        {models.models.map(({ model_id }) => (
          <li key={model_id}>{model_id}</li>
        ))}
      </ul>
      <ul id="requests">
        {requests.requests.map(({ request_id }) => (
          <li key={request_id}>{request_id}</li>
        ))}
      </ul>
      <p id="schema">{Object.keys(schema.data?.inputSchema.properties ?? {}).join()}</p>
    </>
  );
}

/** The same lists, in a component that is there when they are. */
export function SuspendedLists({ params }: SceneProps) {
  return (
    // Within an element: what suspends outside of all of them could bring the document's own head, which React waits for.
    <main>
      <h1>Lists</h1>
      <Boundary>
        <Suspense fallback={<p id="waiting">waiting</p>}>
          <Loaded modelId={params.get("model") ?? EDIT} />
        </Suspense>
      </Boundary>
    </main>
  );
}

function Loaded({ modelId }: { readonly modelId: string }) {
  const { models, total, fetchNextPage } = useSuspenseModels({ search: "image", limit: 2 });
  const { requests } = useSuspenseRequests({ limit: 2 });
  const { inputSchema } = useSuspenseModelSchema(modelId);
  return (
    <>
      <button type="button" onClick={() => fetchNextPage()}>
        More models
      </button>
      <ul id="models" data-total={total}>
        {models.map(({ model_id }) => (
          <li key={model_id}>{model_id}</li>
        ))}
      </ul>
      <p id="count">{requests.length}</p>
      <p id="schema">{Object.keys(inputSchema.properties).join()}</p>
    </>
  );
}
