import type { Operation } from "../contract-file.js";

/** A call that a client should not make. */
export interface Attack {
  /** The operation that it is aimed at. */
  readonly operation: string;
  /** What is wrong with it, for whoever reads a counterexample. */
  readonly wrong: string;
  readonly method: string;
  /** Path and query, as they are sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** The statuses that it may get; undefined where the contract leaves that open. */
  readonly expected?: readonly number[] | undefined;
}

/** What is there on the server under attack: a call that names it is a good one. */
export interface World {
  readonly token: string;
  /** A token that is good and has submitted nothing. */
  readonly otherToken: string;
  /** By the name of the path parameter. */
  readonly path: Readonly<Record<string, string>>;
  /** By the id of the operation: a body of JSON that it accepts. */
  readonly bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A good call of an operation, which an attack spoils in one place. */
export function goodCall(operation: Operation, world: World): Attack {
  const body = world.bodies[operation.id];
  return {
    operation: operation.id,
    wrong: "nothing",
    method: operation.method,
    path: pathWith(operation, world.path),
    headers: {
      ...(operation.secured && { authorization: `Bearer ${world.token}` }),
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  };
}

/** The path of an operation, with values for what stands in braces. Nothing is escaped. */
export function pathWith({ path }: Operation, values: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "unknown");
}
