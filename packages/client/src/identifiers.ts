import { NotFoundError } from "./errors/index.js";
import { MODEL_ID, REQUEST_ID } from "./generated/identifiers.js";

/** Refuses what must not become part of a URL: a path that a parser collapses would carry the token elsewhere. */
export function checkModelId(id: string): string {
  if (MODEL_ID.test(id)) return id;
  throw refused(id, "model id like openai/gpt-image-2/edit");
}

export function isRequestId(id: unknown): id is string {
  return typeof id === "string" && REQUEST_ID.test(id);
}

export const refused = (id: string, what: string): NotFoundError =>
  new NotFoundError(`"${id}" is not a ${what}`, {});
