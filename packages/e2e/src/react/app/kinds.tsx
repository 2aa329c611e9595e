import { untyped } from "@model-api/client";
import { type FormModel, useModelForm } from "@model-api/react/form";
import { Control } from "./form.js";

/** A field of each kind, each of them required. */
const MODULE: FormModel = {
  inputSchema: {
    type: "object",
    required: ["text", "number", "toggle", "choice", "media", "json"],
    properties: {
      text: { type: "string", title: "A text", description: "What the text is for." },
      number: { type: "integer", title: "A number", description: "What the number is for.", minimum: 1 },
      toggle: { type: "boolean", title: "A toggle", description: "What the toggle is for." },
      choice: { type: "string", title: "A choice", description: "What the choice is for.", enum: ["a", "b"] },
      media: {
        type: "string",
        title: "A picture",
        description: "What the picture is for.",
        format: "image_uri",
      },
      json: { type: "object", title: "An object", description: "What the object is for." },
    },
  },
};

/** A form with all kinds of fields that there are. */
export function Kinds() {
  const form = useModelForm(untyped("acme/all/kinds"), { module: MODULE });
  return (
    <main>
      <h1>Kinds</h1>
      <form {...form.formProps}>
        {form.fields.map((field) => (
          <div key={field.name}>
            <label htmlFor={field.labelProps.htmlFor}>{field.label}</label>
            <Control field={field} />
            <p {...field.descriptionProps}>{field.description}</p>
            {field.errors.length > 0 && <p {...field.errorProps}>{field.errors.join("; ")}</p>}
          </div>
        ))}
        <button type="submit">Run</button>
      </form>
    </main>
  );
}
