import { NotFoundError } from "./errors/index.js";
import { MODEL_ID, REQUEST_ID } from "./generated/identifiers.js";

/** Refuses what must not become part of a URL: a path that a parser collapses would carry the token elsewhere. */
export function checkModelId(id: string): string {
  if (MODEL_ID.test(id)) return id;
  throw refused(
    id,
    'model id: two to five parts, as openai/gpt-image-2/edit, of letters, digits, "_", "." and "-"',
  );
}

export function checkRequestId(id: string): string {
  if (isRequestId(id)) return id;
  throw refused(id, 'request id: up to 128 letters, digits, "_" and "-"');
}

export function isRequestId(id: unknown): id is string {
  return typeof id === "string" && REQUEST_ID.test(id);
}

const refused = (id: string, what: string) => new NotFoundError(`"${id}" is not a ${what}`, {});
