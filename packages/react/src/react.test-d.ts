/** Compile-time tests: `tsc` reads this file, nothing runs it. Each `@ts-expect-error` fails where there is no error. */
import { type ModelInputs, type Output, untyped } from "@model-api/client";
import * as edit from "@model-api/models/openai/gpt-image-2/edit";
import { QueryClient, useMutation, useQuery } from "@tanstack/react-query";
import { createElement } from "react";
import { formSchema, useModelForm } from "./form/index.js";
import {
  type CompletedState,
  ModelApiProvider,
  modelApi,
  type RequestState,
  useModel,
  useModelApiClient,
  useRequest,
  useSuspenseModels,
  type useSuspenseRequest,
} from "./index.js";

/** Whether two types are the same, and not only one a part of the other. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles for `true` alone. */
declare function assert<Claim extends true>(): Claim;

const EDIT = "openai/gpt-image-2/edit";
const input: ModelInputs[typeof EDIT] = { prompt: "x", images: [new File([], "a")] };

export function Models(): void {
  const model = useModel(EDIT, {
    requestId: null,
    validate: true,
    maxCostUsd: 1,
    onSubmitted: (id) => id.length,
  });
  assert<Same<Parameters<typeof model.run>[0], ModelInputs[typeof EDIT]>>();
  model.run(input, { idempotencyKey: "order-7" });
  // @ts-expect-error images is required
  model.run({ prompt: "x" });
  // @ts-expect-error the ratio is not one of the enum
  model.run({ prompt: "x", images: [], aspect_ratio: "16x9" });
  // @ts-expect-error a field of that name does not exist
  model.run({ prompt: "x", images: [], promt: "y" });
  // @ts-expect-error a mistyped id is not in the registry
  useModel("openai/gpt-image-2/edti");
  // @ts-expect-error an option of that name does not exist
  useModel(EDIT, { onSubmit: () => {} });
  assert<Same<typeof model.output, Output | undefined>>();
  assert<Same<Awaited<ReturnType<typeof model.runAsync>>, CompletedState>>();
  useModel(untyped("acme/private/edit")).run({ anything: true });
  // @ts-expect-error a status that there is not
  model.status === "done";
}

export function Requests(): void {
  const { output, status } = useRequest("r1", { model: EDIT });
  assert<Same<typeof output, Output | undefined>>();
  // @ts-expect-error only a model is submitted to
  status === "submitting";
  assert<Same<ReturnType<typeof useSuspenseRequest>["output"], Output>>();
  const { total } = useSuspenseModels({ search: "image" });
  assert<Same<typeof total, number>>();
}

export function Tanstack(state: RequestState): Output | string | undefined {
  const client = useModelApiClient();
  const { data } = useQuery(modelApi.request(client, "r1"));
  assert<Same<typeof data, RequestState | undefined>>();
  const cached = new QueryClient().getQueryData(modelApi.request(client, "r1").queryKey);
  assert<Same<typeof cached, RequestState | undefined>>();
  useMutation(modelApi.submit(client, EDIT)).mutate(input);
  // @ts-expect-error images is required
  useMutation(modelApi.submit(client, EDIT)).mutate({ prompt: "x" });
  // @ts-expect-error a request that is not known to be completed has no output
  state.output;
  if (state.status === "completed") return state.output;
  if (state.status === "failed") return state.error.message;
  return state.queuePosition?.toFixed();
}

export function Forms(): void {
  const form = useModelForm(EDIT, { module: edit, initialInput: { prompt: "x" } });
  assert<Same<ReturnType<typeof form.getInput>, ModelInputs[typeof EDIT]>>();
  // @ts-expect-error a field of that name does not exist
  useModelForm(EDIT, { initialInput: { promt: "x" } });
  for (const field of form.fields) {
    if (field.kind === "media") field.add(new File([], "a"), "https://a/b.png");
    else if (field.kind === "toggle") createElement("input", field.inputProps);
    else if (field.kind === "choice") createElement("select", field.inputProps);
    else createElement("input", field.inputProps);
    if (field.kind === "text") createElement("textarea", field.inputProps);
    if (field.kind === "media")
      createElement("div", field.dropProps, createElement("input", field.inputProps));
    createElement("label", field.labelProps);
  }
  createElement("form", form.formProps);
  const types = formSchema(edit)["~standard"].types;
  assert<Same<NonNullable<typeof types>["input"], ModelInputs[typeof EDIT]>>();
}

export const provided = [
  createElement(ModelApiProvider, { options: { baseUrl: "/api/model-api" } }),
  // @ts-expect-error either a client or the options of one
  createElement(ModelApiProvider, {}),
];
