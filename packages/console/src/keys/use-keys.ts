import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/use-api.js";
import type { components } from "../generated/openapi.js";

type Schemas = components["schemas"];
export type Key = Schemas["Key"];
export type Scope = Schemas["KeyScope"];
export type NewKey = Pick<Schemas["NewKey"], "name" | "scopes" | "expires_at" | "rate_limit">;
export type CreatedKey = Schemas["CreatedKey"];

const KEY = ["keys"];

export function useKeys() {
  const call = useApi();
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await call<Schemas["KeyList"]>("/v1/keys", { signal })).keys,
  });
}

export function useKeyChanges() {
  const call = useApi();
  const cache = useQueryClient();
  const onSuccess = () => cache.invalidateQueries({ queryKey: KEY });
  const create = useMutation({
    mutationFn: (key: NewKey) => call<CreatedKey>("/v1/keys", { method: "POST", body: key }),
    onSuccess,
    // A key that has been made and not been seen is of no use, so none is kept either.
    gcTime: 0,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => call<Key>(`/v1/keys/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSuccess,
  });
  return { create, revoke };
}
