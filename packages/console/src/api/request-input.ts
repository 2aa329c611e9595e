import { NotFoundError, type RequestInput } from "@model-api/client";
import { useModelApiClient } from "@model-api/react";
import { useQuery } from "@tanstack/react-query";

/**
 * What was submitted for a request; asked for once, since it never changes. Resolves with null where the server has no input to tell: it was
 * removed, or the request is another key's.
 */
export function useRequestInput(requestId: string | null) {
  const client = useModelApiClient();
  return useQuery({
    queryKey: ["request-input", requestId],
    enabled: requestId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn({ signal }): Promise<RequestInput | null> {
      try {
        return await client.requests.input(String(requestId), { signal });
      } catch (error) {
        if (NotFoundError.isInstance(error)) return null;
        throw error;
      }
    },
  });
}
