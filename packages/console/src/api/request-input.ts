import { useQuery } from "@tanstack/react-query";
import type { components } from "../generated/openapi.js";
import { ApiProblem, useApi } from "./use-api.js";

export type RequestInput = components["schemas"]["RequestInput"];

/**
 * What was submitted for a request; asked for once, since it never changes. Resolves with null where the server has no input to tell: it was
 * removed, or the request is another key's.
 */
export function useRequestInput(requestId: string | null) {
  const call = useApi();
  return useQuery({
    queryKey: ["request-input", requestId],
    enabled: requestId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn({ signal }): Promise<RequestInput | null> {
      try {
        return await call(`/v1/requests/${encodeURIComponent(String(requestId))}/input`, { signal });
      } catch (error) {
        if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return null;
        throw error;
      }
    },
  });
}
