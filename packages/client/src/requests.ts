import type { Answer } from "./contract.js";
import type { ModelApiError } from "./errors/index.js";
import type { Lent } from "./lent.js";
import type { CallOptions } from "./request-handle.js";

/** What was submitted for a request. */
export function requestInput(
  lent: Lent,
  requestId: string,
  { signal }: CallOptions = {},
): Promise<Answer<"getRequestInput">> {
  const { id } = lent.handle(requestId);
  const isInput = ({ input }: Answer<"getRequestInput">) => Object(input) === input;
  const call = () => lent.send({ path: `/v1/requests/${id}/input` }, isInput, { signal, requestId: id });
  return lent.repeat(call, lent, signal);
}

/** Deletes a request that has ended. It is safe to repeat, and is. */
export async function deleteRequest(
  lent: Lent,
  requestId: string,
  { signal }: CallOptions = {},
): Promise<void> {
  const { id } = lent.handle(requestId);
  let mayBeDone = false;
  await lent.repeat(
    async () => {
      try {
        await lent.send({ method: "DELETE", path: `/v1/requests/${id}` }, isDeleted, {
          signal,
          requestId: id,
        });
      } catch (error) {
        const { code, retryAfter } = Object(error) as Partial<ModelApiError>;
        // A repeat that finds nothing, after a try whose answer was lost, finds what that try has done.
        if (code === "not_found" && mayBeDone) return;
        mayBeDone ||= code === "connection" || (code === "server" && retryAfter === undefined);
        throw error;
      }
    },
    lent,
    signal,
  );
}

const isDeleted = ({ outcome }: Answer<"deleteRequest">) => outcome === "deleted";
