/** The protocol between the engine and its worker: one request at a time, one reply to each. */

import { EngineError, type EngineFault } from "../engine.js";
import type { AnyJob, JobResult } from "./job.js";

/** Sent to the worker. */
export type WorkerRequest = AnyJob;

/** Sent back by the worker. Errors travel as data, since a class does not survive the crossing. */
export type WorkerReply =
  | { readonly ok: true; readonly result: JobResult }
  | { readonly ok: false; readonly message: string; readonly fault: EngineFault | undefined };

export function failureReply(error: unknown): WorkerReply {
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, message, fault: error instanceof EngineError ? error.fault : undefined };
}

/** An error that was not worded for the caller stays a plain one: the server logs it and does not show it. */
export function errorOf({ fault, message }: Extract<WorkerReply, { ok: false }>): Error {
  return fault ? new EngineError(fault, message) : new Error(message);
}

/** A copy in a buffer of its own, which can change threads without taking anyone else's bytes along. */
export function transferable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes.byteLength);
  copy.set(bytes);
  return copy;
}

/** The job with copies of its pictures, which go to the other thread without being copied once more. */
export function sendable(job: AnyJob): { readonly job: WorkerRequest; readonly buffers: ArrayBuffer[] } {
  if ("placeholder" in job) return { job, buffers: [] };
  const images = job.images.map((image) => image && transferable(image));
  return { job: { ...job, images }, buffers: images.flatMap((image) => (image ? [image.buffer] : [])) };
}
