import { ApiError } from "./api-error.js";

/** The place after a row, as a caller hands it back. It looks like nothing, so that nobody computes with it. */
export function toCursor(seq: number): string {
  return Buffer.from(String(seq)).toString("base64url");
}

/** The sequence number in a cursor. */
export function fromCursor(cursor: string): number {
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  // Fifteen digits are exact in a number; and what decodes to the same but is spelled otherwise was not made here.
  if (/^[1-9]\d{0,14}$/.test(text) && toCursor(Number(text)) === cursor) return Number(text);
  const message = "must be the `next_cursor` of the page before, unchanged, or be left out";
  throw new ApiError(
    "invalid",
    `Query parameter cursor: ${message}; got ${JSON.stringify(cursor.slice(0, 100))}`,
    { detail: [{ path: ["cursor"], message }] },
  );
}
