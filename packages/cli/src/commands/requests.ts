import { NotFoundError, type RequestSummary } from "@model-api/client";
import { findCredentials, type JournalEntry, journal } from "@model-api/node";
import { connect } from "../connect.js";
import { wholeFlag } from "../input/numbers.js";
import { coloursOf } from "../output/colours.js";
import { printJson } from "../output/json.js";
import { print, tell } from "../output/streams.js";
import { table } from "../output/table.js";
import type { Action } from "../table/command.js";

/** A request as it is listed: known to the journal, to the server, or to both. */
export interface ListedRequest {
  /** Missing where the answer to its submit was lost. */
  readonly requestId?: string | undefined;
  /** Of the journal; what `requests clean` and the journal call it. */
  readonly entryId?: string | undefined;
  readonly model?: string | undefined;
  readonly state: string;
  readonly submittedAt?: string | undefined;
  readonly isCollected?: boolean | undefined;
  readonly knownBy: "journal" | "server" | "both";
}

/** `model-api requests` */
export const requests: Action = async (_, flags) => {
  const limit = wholeFlag("--limit", String(flags.limit), 1, 10_000);
  const kept = journal();
  const { entries, damaged } = await kept.list();
  const listed = flags.server === false ? [] : await fromServer(flags, limit);
  const merged = merge(entries, listed).slice(0, limit);
  for (const { file, reason } of damaged) tell(`warning: ${file} cannot be read as a request: ${reason}`);
  if (flags.json) return printJson(merged);
  if (merged.length === 0) return tell(`no requests; the journal is ${kept.dir}`);
  const rows = merged.map((request) => [
    request.requestId ?? `(${request.entryId})`,
    request.state,
    ago(request.submittedAt, Date.now()),
    request.knownBy === "journal" ? "here" : request.knownBy,
    request.model ?? "-",
  ]);
  const [heading = "", ...lines] = table(
    ["REQUEST", "STATE", "SUBMITTED", "KNOWN", "MODEL"],
    rows,
    process.stdout.isTTY ? process.stdout.columns : undefined,
  ).split("\n");
  print(coloursOf(process.stdout).bold(heading));
  for (const line of lines) print(line);
  for (const line of advice(merged)) tell(line);
};

/** The server's own list; empty where it has none, and where there is no token. */
async function fromServer(flags: Record<string, unknown>, limit: number): Promise<RequestSummary[]> {
  if (!findCredentials()) return [];
  const { client } = connect(flags);
  const found: RequestSummary[] = [];
  try {
    for await (const request of client.requests.list({ limit: Math.min(limit, 100) })) {
      found.push(request);
      if (found.length >= limit) break;
    }
  } catch (error) {
    if (!NotFoundError.isInstance(error)) {
      tell(`warning: the server's list is missing: ${(error as Error).message}`);
    }
  }
  return found;
}

/** Both lists in one, the newest first. The server knows better where a request stands. */
export function merge(entries: readonly JournalEntry[], listed: readonly RequestSummary[]): ListedRequest[] {
  const there = new Map(listed.map((request) => [request.request_id, request]));
  const here = new Set(entries.map(({ requestId }) => requestId));
  const merged: ListedRequest[] = [
    ...entries.map((entry) => {
      const known = entry.requestId === undefined ? undefined : there.get(entry.requestId);
      const isLost = entry.state === "submitting" && !entry.owner.isAlive;
      return {
        requestId: entry.requestId,
        entryId: entry.id,
        model: entry.model,
        state: known?.status ?? (isLost ? "unknown" : entry.state),
        submittedAt: entry.createdAt.toISOString(),
        isCollected: entry.isCollected,
        knownBy: known ? ("both" as const) : ("journal" as const),
      };
    }),
    ...listed
      .filter(({ request_id }) => !here.has(request_id))
      .map((request) => ({
        requestId: request.request_id,
        model: request.model_id,
        state: request.status,
        submittedAt: request.created_at,
        knownBy: "server" as const,
      })),
  ];
  const time = ({ submittedAt }: ListedRequest) => Date.parse(submittedAt ?? "") || 0;
  return merged.sort((one, other) => time(other) - time(one));
}

function advice(listed: readonly ListedRequest[]): string[] {
  const lines: string[] = [];
  if (listed.some(({ state }) => state === "unknown"))
    lines.push(
      "unknown: the answer to the submit was lost, so it may run and be charged. The same run with --resume goes on with it.",
    );
  const open = listed.find(({ state, requestId }) => requestId && /^(submitted|in_)/.test(state));
  if (open) lines.push(`Come back to one with: model-api wait ${open.requestId}`);
  return lines;
}

const UNITS = [
  ["s", 60],
  ["min", 60],
  ["h", 48],
  ["d", Number.POSITIVE_INFINITY],
] as const;
const SECONDS = { s: 1, min: 60, h: 3600, d: 86_400 } as const;

/** `5 min ago` */
export function ago(moment: string | undefined, now: number): string {
  if (moment === undefined) return "-";
  const seconds = Math.max(0, (now - Date.parse(moment)) / 1000);
  for (const [unit, most] of UNITS) {
    const amount = Math.floor(seconds / SECONDS[unit]);
    if (amount < most) return `${amount} ${unit} ago`;
  }
  return "-";
}
