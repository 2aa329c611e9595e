import type { CallToolResult } from "@modelcontextprotocol/client";
import { afterEach } from "vitest";
import { cleanUp } from "../harness.js";
import { type Api, openApi } from "./api.js";
import { type Connection, type ConnectOptions, connect, type Wire } from "./connect.js";

const closing: (() => Promise<unknown>)[] = [];

/** To be called once in a file: everything that a test has opened is closed after it. */
export function closeAfterEach(): void {
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await cleanUp();
  });
}

export interface Scene extends Connection {
  readonly api: Api;
  /** Calls a tool; gives its answer whatever it is. */
  call(name: string, input?: Record<string, unknown>): Promise<Answer>;
}

/** What a tool has answered, taken apart. */
export interface Answer {
  readonly isError: boolean;
  /** The first text: of an error, what the model reads. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shapes are the tools' own, and each test knows the one it asks for.
  readonly structured: any;
  readonly content: CallToolResult["content"];
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  readonly error: any;
}

/** The Model API, a server for agents before it, and a client. */
export async function openScene(wire: Wire, options: Partial<ConnectOptions> = {}): Promise<Scene> {
  const api = await openApi();
  closing.push(() => api.close());
  const connection = await join(wire, { env: api.env, ...options });
  return { ...connection, api, call: (name, input) => callTool(connection, name, input) };
}

/** A server for agents and a client, before a Model API that is there already. */
export async function join(wire: Wire, options: ConnectOptions): Promise<Connection> {
  const connection = await connect(wire, options);
  closing.push(() => connection.close().catch(() => {}));
  return connection;
}

export async function callTool(
  { client }: Pick<Connection, "client">,
  name: string,
  input: Record<string, unknown> = {},
): Promise<Answer> {
  return toAnswer(await client.callTool({ name, arguments: input }));
}

export function toAnswer(result: Awaited<ReturnType<Connection["client"]["callTool"]>>): Answer {
  const { content, structuredContent: structured, isError = false, _meta } = result as CallToolResult;
  const [first] = content;
  return {
    isError,
    text: first?.type === "text" ? first.text : "",
    structured,
    content,
    error: _meta?.["model-api/error"],
  };
}

/** Looks until something is so; the test's own time limit ends what never is. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
