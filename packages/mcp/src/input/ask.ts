import { choicesOf, type FieldSchema, type ModelInputSchema, typeOf } from "@model-api/models/lean";
import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type ElicitRequestFormParams,
  type PrimitiveSchemaDefinition,
} from "@modelcontextprotocol/server";
import type { ToolCall } from "../tools/define-tool.js";
import { isMediaField } from "./media-places.js";

type Form = ElicitRequestFormParams["requestedSchema"];

/** What the client has declared that it can do: with this very request, or when it connected. */
export function capabilitiesOf({ request, server }: ToolCall): ClientCapabilities {
  const envelope = request.envelope as Record<string, unknown> | undefined;
  const declared = envelope?.[CLIENT_CAPABILITIES_META_KEY] as ClientCapabilities | undefined;
  return declared ?? server.server.getClientCapabilities() ?? {};
}

/** Whether its user can be asked to fill in a form. */
export function canAsk(call: ToolCall): boolean {
  const { elicitation } = capabilitiesOf(call);
  return elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined);
}

/** The form that asks for these fields; undefined where one of them cannot be put into a form, which has flat fields only. */
export function formFor(names: readonly string[], schema: ModelInputSchema): Form | undefined {
  const properties: Form["properties"] = {};
  for (const name of names) {
    const field = schema.properties[name];
    const asked = field && fieldOf(field);
    if (!asked) return undefined;
    properties[name] = asked;
  }
  return { type: "object", properties, required: [...names] };
}

/** What has been filled in, as the model takes it; fields that nobody has asked for are left out. */
export function readForm(
  content: Readonly<Record<string, unknown>>,
  names: readonly string[],
  schema: ModelInputSchema,
): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const name of names) {
    if (!Object.hasOwn(content, name)) continue;
    const isList = typeOf(schema.properties[name]) === "array";
    read[name] = isList && !Array.isArray(content[name]) ? [content[name]] : content[name];
  }
  return read;
}

function fieldOf(field: FieldSchema): PrimitiveSchemaDefinition | undefined {
  const { title, description, minimum, maximum, minLength, maxLength, items } = field;
  const type = typeOf(field);
  const values = choicesOf(field);
  const words = { title, ...(description !== undefined && { description }) };
  if (type === "boolean") return { type, ...words };
  if (type === "number" || type === "integer")
    return {
      type,
      ...words,
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
    };
  if (type === "string" && values) return { type, ...words, enum: values.map(String) };
  if (type === "string")
    return {
      type,
      ...words,
      ...(isMediaField(field) && { description: `${description ?? title} A URL, or a path.` }),
      ...(minLength !== undefined && { minLength }),
      ...(maxLength !== undefined && { maxLength }),
    };
  // One of a list is enough for most: a form has no lists of texts.
  if (type === "array" && typeOf(items) === "string" && (field.minItems ?? 0) <= 1)
    return {
      type: "string",
      ...words,
      description: `${description ?? title} One of them: a URL, or a path.`,
    };
  return undefined;
}
