import { useModelSchema, useModels, useRequests } from "@model-api/react";
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
