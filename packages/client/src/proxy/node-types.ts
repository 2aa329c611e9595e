// Only what is used of Node's own classes, so that the declarations need none of Node's.

/** What is used of `IncomingMessage`, and of what frameworks make of it. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** The whole path, where a router has cut `url`, as Express does. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Whether all of the body has been read. */
  readonly readableEnded: boolean;
  readonly socket: object;
  // biome-ignore lint/suspicious/noExplicitAny: each event has listeners of its own.
  on(event: string, listener: (...given: any[]) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(): unknown;
}

/** What is used of `ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  readonly destroyed: boolean;
  readonly writableFinished: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: each event has listeners of its own.
  on(event: string, listener: (...given: any[]) => void): unknown;
  setHeader(name: string, value: string | string[]): unknown;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
}
