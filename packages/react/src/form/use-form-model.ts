import type { ModelInputSchema, ModelValidator } from "@model-api/models/lean";
import { useEffect, useMemo, useState } from "react";
import { useModelSchema } from "../index.js";

export interface FormModel {
  readonly inputSchema: ModelInputSchema;
  /** Missing until it is loaded, and where the catalog does not know the model: then the server alone judges. */
  readonly validator?: ModelValidator<unknown> | undefined;
}

export interface FormModelState {
  readonly model: FormModel | undefined;
  readonly error: Error | null;
}

/** What a form is made of: the module that the caller has, else the catalog's, else what the server says of the model. */
export function useFormModel(modelId: string, given: FormModel | undefined): FormModelState {
  const { data, error } = useModelSchema(given ? undefined : modelId);
  const [loaded, setLoaded] = useState<{ modelId: string; validator: FormModel["validator"] }>();
  const isGiven = given !== undefined;

  useEffect(() => {
    let isWanted = !isGiven;
    if (isWanted)
      import("@model-api/models/load")
        .then(({ loadModel }) => loadModel(modelId))
        .then((module) => isWanted && setLoaded({ modelId, validator: module?.validator }))
        // The server judges in any case.
        .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [modelId, isGiven]);

  const validator = loaded?.modelId === modelId ? loaded.validator : undefined;
  const inputSchema = data?.inputSchema;
  const model = useMemo(
    () => given ?? (inputSchema && { inputSchema, validator }),
    [given, inputSchema, validator],
  );
  return { model, error: given ? null : error };
}
