import type { IncomingHttpHeaders } from "node:http";
import type { Form } from "./multipart.js";

/** A call as it has arrived. */
export interface FakeCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Of a form, or of a JSON body, as texts and in the order of the body. */
  readonly fields: Form["fields"];
  readonly files: Form["files"];
}

/** The value of a field. */
export function fieldOf({ fields }: FakeCall, name: string): string | undefined {
  return fields.find(([field]) => field === name)?.[1];
}
