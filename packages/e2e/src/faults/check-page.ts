import { expect } from "vitest";
import { readErrorPage } from "./error-page.js";
import type { ReportedError } from "./scenario.js";

const rows = new Map(readErrorPage().map((row) => [row.code, row]));

/** An error that was seen, and what the other side knows of it. */
export interface Sighting {
  readonly error: ReportedError;
  /** Requests at the server that the call has made and that were not cancelled. */
  readonly charged: number;
  /** Whether the call has been tried more than once; undefined where that does not tell, or a pause was too long to try. */
  readonly repeated?: boolean;
}

/** Holds an error that was seen against its row in docs/errors.md. */
export function checkPage({ error, charged, repeated }: Sighting, why: string): void {
  const row = rows.get(error.code ?? "");
  if (!row) expect.unreachable(`${why}: the page has no row for ${error.code}, ${error.message}`);
  expect(error.name, why).toBe(row.errorClass);
  if (repeated !== undefined) {
    expect(repeated, `${why}: repeated`).toBe(row.repeated === "no" ? false : error.retryable);
  }
  switch (row.charged) {
    case "no":
      expect(charged, `${why}: charged`).toBe(0);
      break;
    case "yes":
      expect(error.requestId, `${why}: charged`).toBeDefined();
      break;
    case "only with `requestId`":
      if (error.requestId === undefined) expect(charged, `${why}: charged`).toBe(0);
      break;
    case "unless `cancelled`":
      expect(error.outcome === "cancelled", `${why}: charged`).toBe(charged === 0);
      break;
    case "maybe":
      break;
  }
}
