import type { Clock } from "@model-api/client";
import type { Journal, NodeClientOptions } from "@model-api/node";

/** What the server for agents is told. Without any of it, nothing that costs anything is submitted, and no local file is read. */
export interface McpOptions {
  /**
   * Whether requests that cost something may be submitted, where their price is known.
   * @default false
   */
  readonly allowPaid?: boolean | undefined;
  /** Whether `allowPaid` covers requests whose price nothing tells. @default false */
  readonly allowUnknownPrice?: boolean | undefined;
  /** US dollars that one request may be estimated at. @default no limit of its own */
  readonly maxCostUsd?: number | undefined;
  /** US dollars that all requests of this process may be estimated at together, whichever client asks. @default no limit */
  readonly maxSessionCostUsd?: number | undefined;
  /**
   * Says that the server in use charges nothing, and neither does what its engines use: requests for which it names no price are
   * free then. For a server of one's own.
   * @default false
   */
  readonly freeServer?: boolean | undefined;
  /** Folders whose files may be used as inputs, besides the roots that a client on standard input declares. @default none */
  readonly roots?: readonly string[] | undefined;
  /** Patterns of the models that may be used, with `*` for any characters. @default all */
  readonly models?: readonly string[] | undefined;
  readonly preview?: PreviewLimits | undefined;
  /** How the Model API is reached: token, base URL. @default as `createNodeClient()` */
  readonly client?: NodeClientOptions | undefined;
  /** Where submits are written down. @default journal() */
  readonly journal?: Journal | undefined;
  /** Told what only whoever runs the server should read, a line at a time, without secrets. @default standard error */
  readonly tell?: ((line: string) => void) | undefined;
  /** For tests. */
  readonly clock?: Clock | undefined;
}

/** How large the pictures in answers may be. They are shrunk to it; the files themselves stay as they are, behind their links. */
export interface PreviewLimits {
  /** Bytes of all pictures of an answer together, before they become base64. @default 716800 (700 KiB) */
  readonly maxBytes?: number | undefined;
  /** Pixels of a picture's longer edge. @default 1568 */
  readonly maxEdge?: number | undefined;
}
