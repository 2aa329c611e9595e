import { type InputIssue, InvalidInputError, type UploadProgress } from "@model-api/client";
import { useId, useMemo, useRef, useState } from "react";
import {
  type CompletedState,
  type InputOf,
  type Model,
  type UseModelOptions,
  type UseModelResult,
  useModel,
} from "../index.js";
import { buildField, controlId } from "./build-field.js";
import { type FormSchema, findIssues, formSchema } from "./check.js";
import type { FormField } from "./field.js";
import { fieldsOf } from "./field-info.js";
import { type Refusal, sentenceOf, sortIssues } from "./issues.js";
import { type FormModel, useFormModel } from "./use-form-model.js";
import { useInputTold } from "./use-input-told.js";
import { usePreviews } from "./use-previews.js";
import { type FormValue, type FormValues, fromInput, type MediaItem, toInput } from "./values.js";

export interface UseModelFormOptions<M extends Model> extends Omit<UseModelOptions, "validate" | "onUpload"> {
  /**
   * What `@model-api/models/<model id>` exports: the form is then complete at once, also where a server renders it.
   * @default loaded when the form is shown
   */
  readonly module?: FormModel | undefined;
  /** What stands in the form at first, such as an example, or the input of an earlier request. */
  readonly initialInput?: Partial<InputOf<M>> | undefined;
  /**
   * What was entered when the form was last on the page: it stands in the form instead of `initialInput`, to which `reset`
   * still leads. Only the first rendering counts.
   */
  readonly draft?: Partial<InputOf<M>> | undefined;
  /** Told the input after each change of it, `reset` included: keep it, and hand it in as `draft` the next time. Its files are `File`s. */
  readonly onInputChange?: ((input: Partial<InputOf<M>>) => void) | undefined;
}

export interface UseModelFormResult<M extends Model> {
  /** In the order of the schema; none until that is loaded. */
  readonly fields: readonly FormField[];
  /** What is wrong with the input as a whole, as sentences, and for wording it otherwise. */
  readonly errors: readonly string[];
  readonly issues: readonly InputIssue[];
  /** Whether nothing is wrong, as far as can be told before files are looked into. */
  readonly isValid: boolean;
  /** Whether the schema is still being loaded, and why it could not be. */
  readonly isLoading: boolean;
  readonly loadError: Error | null;
  /** The model, as `useModel` gives it: what became of the submit. */
  readonly model: UseModelResult<M>;
  /** For `<form>`. */
  readonly formProps: {
    readonly noValidate: true;
    readonly onSubmit: (event: { preventDefault(): void }) => void;
  };
  /** The input as it stands. What was left empty is left out, and no default is written into it. */
  getInput(): InputOf<M>;
  /** Fills the form. */
  setInput(input: Partial<InputOf<M>>): void;
  /**
   * Submits what is in the form, and waits for the end. Where something is wrong, shows it, sets the focus there and gives
   * undefined; any other failure is in `model.error`.
   */
  submit(): Promise<CompletedState | undefined>;
  /** Puts the form back to how it was at first. What is submitted goes on. */
  reset(): void;
  /** A Standard Schema of the input, for libraries of forms; undefined until the validator is loaded. */
  readonly schema: FormSchema<InputOf<M>> | undefined;
}

interface FormState {
  /** What has filled the form; undefined where `initialInput` has. */
  readonly filled?: Readonly<Record<string, unknown>> | undefined;
  /** What was entered since; undefined as long as nothing was. */
  readonly values?: FormValues | undefined;
  /** Fields whose errors are shown. */
  readonly left: ReadonlySet<string>;
  readonly isSubmitted: boolean;
  readonly refusal?: Refusal | undefined;
  /** How much is uploaded, 0 to 1, by the key of a file. */
  readonly progress: Readonly<Record<string, number>>;
}

const UNTOUCHED: FormState = { left: new Set(), isSubmitted: false, progress: {} };

/** The state of a form for a model, made from its schema, and what wires it to elements of your own. */
export function useModelForm<const M extends Model>(
  model: M,
  options: UseModelFormOptions<M> = {},
): UseModelFormResult<M> {
  const { module, initialInput, draft, onInputChange, ...modelOptions } = options;
  const job = useModel(model, modelOptions);
  const { model: known, error: loadError } = useFormModel(
    typeof model === "string" ? model : model.untyped,
    module,
  );
  const formId = useId();
  const keys = useRef(0);
  const [first] = useState(initialInput);
  const [state, setState] = useState<FormState>({ ...UNTOUCHED, filled: draft });
  const fields = useMemo(() => (known ? fieldsOf(known.inputSchema) : []), [known]);
  const filled = state.filled ?? first;
  const initial = useMemo(() => fromInput(fields, filled ?? {}), [fields, filled]);
  const values = state.values ?? initial;
  const found = useMemo(() => findIssues(known, toInput(fields, values)), [known, fields, values]);
  const issues = sortIssues(fields, values, found, state.refusal);
  const ofForm = state.isSubmitted ? issues.ofForm : [];
  const previews = usePreviews(useMemo(() => blobsOf(values), [values]));

  const update = (change: (last: FormState) => Partial<FormState>) =>
    setState((last) => ({ ...last, ...change(last) }));
  const setValue = (name: string, next: (value: FormValue) => FormValue) =>
    update(({ filled: now = first, values: entered }) => {
      // The form may have been filled anew since the last rendering.
      const before = entered ?? (now === filled ? initial : fromInput(fields, now ?? {}));
      return { values: { ...before, [name]: next(before[name]) } };
    });
  const focus = (path: readonly (string | number)[] = []) =>
    document.getElementById(controlId(formId, String(path[0])))?.focus();
  const getInput = () => toInput(fields, values) as InputOf<M>;

  useInputTold(state, () => onInputChange?.(getInput()));

  async function submit(): Promise<CompletedState | undefined> {
    update(() => ({ isSubmitted: true }));
    if (found.length > 0) return void focus(found[0]?.path);
    const onUpload = ({ path, loaded, total }: UploadProgress) => {
      const key = itemAt(values[String(path[0])], path[1])?.key;
      if (key) update(({ progress }) => ({ progress: { ...progress, [key]: loaded / (total || 1) } }));
    };
    try {
      return await job.runAsync(getInput(), { validate: true, onUpload });
    } catch (error) {
      // The model tells of all others.
      if (!InvalidInputError.isInstance(error)) return undefined;
      update(() => ({ refusal: { issues: error.issues, values } }));
      return void focus(error.issues[0]?.path);
    } finally {
      update(() => ({ progress: {} }));
    }
  }

  return {
    fields: fields.map((info) => {
      // A choice is made at once; what is typed is judged when the field is left, and from then on as it is typed.
      const isJudged = state.isSubmitted || state.left.has(info.name);
      const leave = () => update(({ left }) => ({ left: new Set(left).add(info.name) }));
      return buildField(info, {
        id: controlId(formId, info.name),
        value: values[info.name],
        issues: isJudged ? (issues.ofField.get(info.name) ?? []) : [],
        fileIssues: ({ key }) => issues.ofFile.get(key) ?? [],
        previewUrl: ({ source }) => (source instanceof Blob ? previews.get(source) : String(source)),
        progress: ({ key }) => (job.status === "submitting" ? state.progress[key] : undefined),
        change(next) {
          setValue(info.name, next);
          if (/choice|toggle|media/.test(info.kind)) leave();
        },
        leave,
        newKey: () => `${info.name}+${++keys.current}`,
      });
    }),
    errors: ofForm.map((issue) => sentenceOf(issue)),
    issues: ofForm,
    isValid: known !== undefined && found.length === 0,
    isLoading: !known && !loadError,
    loadError,
    model: job,
    formProps: {
      noValidate: true,
      onSubmit(event) {
        event.preventDefault();
        void submit();
      },
    },
    getInput,
    setInput: (input) => update(() => ({ filled: input, values: undefined, refusal: undefined })),
    submit,
    reset() {
      setState(UNTOUCHED);
      job.reset();
    },
    schema: useMemo(() => schemaOf<InputOf<M>>(known), [known]),
  };
}

function schemaOf<Input>(model: FormModel | undefined): FormSchema<Input> | undefined {
  if (!model?.validator) return undefined;
  return formSchema<Input>({ ...model, validator: model.validator as never });
}

const itemAt = (value: FormValue, index: string | number | undefined): MediaItem | undefined =>
  typeof value === "object" ? value[Number(index ?? 0)] : undefined;

const blobsOf = (values: FormValues): Blob[] =>
  Object.values(values)
    .flatMap((value) => (typeof value === "object" ? value : []))
    .map(({ source }) => source)
    .filter((source) => source instanceof Blob);
