import type { ModelInputs } from "@model-api/client";
import * as edit from "@model-api/models/openai/gpt-image-2/edit";
import { type FormField, type FormFile, type MediaField, useModelForm } from "@model-api/react/form";
import { useState } from "react";
import type { SceneProps } from "./app.js";
import { EDIT } from "./runner.js";
import { Shown } from "./shown.js";

/** What was entered, kept while the form is not on the page. */
let draft: Partial<ModelInputs[typeof EDIT]> | undefined;

/** A form that can be taken from the page, and put there again. */
export function FormWithDraft({ params }: SceneProps) {
  const [isShown, setShown] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setShown(!isShown)}>
        Toggle
      </button>
      {isShown && <Form params={params} />}
    </>
  );
}

/** A form for a model, without a word of what the model takes. */
export function Form({ params }: SceneProps) {
  const form = useModelForm(EDIT, {
    initialInput: { prompt: params.get("prompt") ?? "" },
    draft,
    onInputChange(input) {
      draft = input;
      window.told = [...(window.told ?? []), names(input)];
    },
    // A form that is made of the module is complete at once.
    ...(params.has("module") && { module: edit }),
  });
  if (form.isLoading) return <p>loading</p>;
  return (
    <form {...form.formProps}>
      {form.fields.map((field) => (
        <div key={field.name}>
          <label htmlFor={field.labelProps.htmlFor}>{field.label}</label>
          <Control field={field} />
          {field.description && <p {...field.descriptionProps}>{field.description}</p>}
          {field.errors.length > 0 && <p {...field.errorProps}>{field.errors.join("; ")}</p>}
        </div>
      ))}
      <button type="submit">Run</button>
      <button type="button" onClick={form.reset}>
        Start again
      </button>
      <button type="button" onClick={() => form.setInput({ prompt: "filled" })}>
        Fill
      </button>
      <pre id="input">{names(form.getInput())}</pre>
      <Shown name="model" told={form.model} />
    </form>
  );
}

/** An input as JSON, its files by their names. */
const names = (input: object) =>
  JSON.stringify(input, (_, value) => (value instanceof File ? value.name : value));

export function Control({ field }: { readonly field: FormField }) {
  switch (field.kind) {
    case "choice":
      return (
        <select {...field.inputProps}>
          <option value="">{String(field.default ?? "")}</option>
          {field.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      );
    case "media":
      return <Media field={field} />;
    case "toggle":
    case "number":
      return <input {...field.inputProps} />;
    default:
      return <textarea {...field.inputProps} />;
  }
}

function Media({ field }: { readonly field: MediaField }) {
  return (
    <div {...field.dropProps}>
      <input {...field.inputProps} />
      <ol>
        {field.items.map((item, index) => (
          <Item key={item.key} item={item} field={field} index={index} />
        ))}
      </ol>
    </div>
  );
}

function Item({ item, field, index }: { item: FormFile; field: MediaField; index: number }) {
  return (
    <li data-name={item.name} data-errors={item.errors.join("; ")}>
      <img src={item.previewUrl} alt={item.name} />
      <button
        type="button"
        aria-label={`Move ${item.name} up`}
        onClick={() => field.move(item.key, index - 1)}
      />
      <button type="button" aria-label={`Remove ${item.name}`} onClick={() => field.remove(item.key)} />
    </li>
  );
}
