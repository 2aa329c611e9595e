import { choicesOf, type FieldSchema, type ModelInputSchema } from "@model-api/models/lean";
import { useWords } from "../../i18n/context.js";
import type { WordsOfModel } from "../../i18n/model-words.js";

interface FieldTableProps {
  readonly schema: ModelInputSchema;
  readonly words: WordsOfModel;
}

/** The fields of an input, to be read by people. */
export function FieldTable({ schema, words }: FieldTableProps) {
  const { t } = useWords();
  return (
    <dl className="fields">
      {Object.entries(schema.properties).map(([name, field]) => (
        <div key={name}>
          <dt>
            <code>{name}</code> <span className="quiet">{typeAndLimits(field)}</span>
            {schema.required?.includes(name) && <span className="tag">{t("api.required")}</span>}
          </dt>
          <dd>
            <span lang={words.languageTag}>{words.fields[name]?.description ?? field.description}</span>
            <Choices of={field} />
            {field.default !== undefined && (
              <span className="allowed">
                {t("api.default")} <code>{JSON.stringify(field.default)}</code>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Choices({ of: field }: { readonly of: FieldSchema }) {
  const { t } = useWords();
  const choices = choicesOf(field);
  if (!choices) return null;
  return (
    <span className="allowed">
      {t("api.allowed")}{" "}
      {choices.map((value) => (
        <code key={value}>{value}</code>
      ))}
    </span>
  );
}

function typeAndLimits({
  type,
  format,
  items,
  minimum,
  maximum,
  minItems,
  maxItems,
  maxLength,
}: FieldSchema): string {
  const types = [type ?? []].flat().join(" | ");
  const one = items?.format ?? format ?? [items?.type ?? []].flat().join(" | ");
  const limits = range(minItems ?? minimum, maxItems ?? maximum ?? maxLength);
  return [types, one && one !== types && `(${one})`, limits].filter(Boolean).join(" ");
}

const range = (least: number | undefined, most: number | undefined) =>
  least === undefined && most === undefined ? "" : `${least ?? ""}…${most ?? ""}`;
