import sharp from "sharp";
import { EDIT, type Served } from "../harness.js";

/** What became of an edit. */
export interface Edited {
  readonly status: string;
  /** Of a run that failed, in the documented shape. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
  readonly report: string;
  readonly size: string;
  /** The colour at a place given in shares of the edges. */
  at(x: number, y: number): readonly number[];
}

/** The fields of answers that are looked at; each is there only where the contract says so. */
interface Answer {
  readonly request_id?: string;
  readonly status: string;
  readonly output?: { readonly image: string };
  readonly error?: Edited["error"];
  readonly engine_report?: object;
}

/** Sends an edit as a program would that has no client, and waits for its end. */
export async function edit(served: Served, images: readonly Buffer[], input: object = {}): Promise<Edited> {
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = {
      authorization: `Bearer ${served.env.RUNCOMFY_TOKEN}`,
      "content-type": "application/json",
    };
    const response = await fetch(served.url + path, { ...init, headers: { ...headers, ...init.headers } });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const submitted = await call(`/v1/models/${EDIT}`, {
    method: "POST",
    body: JSON.stringify({ prompt: "", images: images.map(asDataUri), ...input }),
  });
  const { request_id: id } = submitted.body;
  if (!id) throw new Error(`refused with ${submitted.status}: ${JSON.stringify(submitted.body)}`);
  for (;;) {
    const { body } = await call(`/v1/requests/${id}/status`, { headers: { prefer: "wait=20" } });
    if (body.status !== "in_queue" && body.status !== "in_progress") break;
  }
  const { body } = await call(`/v1/requests/${id}/result`);
  const { status, error, engine_report: report } = body;
  if (!body.output) return { status, error, report: "", size: "", at: () => [] };
  const file = await (await fetch(body.output.image)).arrayBuffer();
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): number[] => {
    const index = Math.floor(y * info.height) * info.width + Math.floor(x * info.width);
    return [...data.subarray(index * 3, index * 3 + 3)];
  };
  return { status, error, report: JSON.stringify(report), size: `${info.width}×${info.height}`, at };
}

/** The kind is read from the bytes; what the URI says of it does not matter. */
function asDataUri(file: Buffer): string {
  return `data:image/png;base64,${file.toString("base64")}`;
}
