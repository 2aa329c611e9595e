import { fitsPattern } from "@model-api/models/lean";
import { quietly } from "../options.js";
import { limited, readJsonBody } from "./body.js";
import type { ReadCall } from "./calls.js";
import { createCatalog, pick } from "./catalog.js";
import { readIdempotencyKey } from "./idempotency-key.js";
import { passedHeaders } from "./passed-headers.js";
import { refuse } from "./refusal.js";
import { malformed, type Relayed, relay, toResponse } from "./relay.js";
import type { ResolvedProxyOptions } from "./resolve-options.js";
import { createTickets } from "./tickets.js";
import { callUpstream, type Report, type UpstreamCall } from "./upstream.js";

/** A call of a caller who is known. */
export interface Turn extends ReadCall {
  readonly request: Request;
  readonly url: URL;
  readonly caller: string;
  readonly report: Report;
}

/** Passes calls on, and brings back what their callers may have. @throws Refusal for what it does not pass on or get back */
export function createPassing(options: ResolvedProxyOptions): (turn: Turn) => Promise<Response> {
  const { limits, models, origin, uploads, waitUntil } = options;
  const tickets = createTickets(options.secrets);
  const mayUse = (model: string) => models.some((pattern) => fitsPattern(model, pattern));

  async function answer(turn: Turn): Promise<Response> {
    const { call } = turn;
    switch (call.name) {
      case "submit":
        return toItsEnd(submit(turn, call.model));
      case "cancel":
      case "delete":
        return toItsEnd(ofRequest(turn, call.ticket, call.name));
      case "status":
      case "result":
      case "input":
        return ofRequest(turn, call.ticket, call.name);
      case "upload":
        return upload(turn);
      case "get model":
        if (!mayUse(call.model)) throw noModel(call.model);
        return toResponse(await read(turn, `/v1/models/${call.model}`));
      case "list models":
      case "list categories": {
        const catalog = createCatalog((path) => read(turn, path), models);
        const isList = call.name === "list models";
        return toResponse(await (isList ? catalog.list(turn.url.searchParams) : catalog.categories()));
      }
    }
  }

  /** Keeps the runtime awake for what must not be left half-way. */
  function toItsEnd(work: Promise<Response>): Promise<Response> {
    quietly(() => waitUntil?.(work.catch(() => {})));
    return work;
  }

  /** Passes a call on and brings its answer back. */
  async function pass({ report }: Turn, call: UpstreamCall): Promise<Relayed & { readonly told: Headers }> {
    const told = await callUpstream(options, call, report);
    return { ...relay(told, { uploads, holdSeconds: limits.holdSeconds }, report), told: told.headers };
  }

  function read(turn: Turn, path: string): Promise<Relayed> {
    const { headers, signal } = turn.request;
    return pass(turn, { method: "GET", path, headers: passedHeaders(headers), signal });
  }

  async function submit(turn: Turn, model: string): Promise<Response> {
    const { request, caller, report } = turn;
    if (!mayUse(model)) throw noModel(model);
    const key = await readIdempotencyKey(request.headers, caller);
    await take(`submit:${caller}`, limits.submitsPerMinute, report);
    const body = await readJsonBody(request, limits.bodyBytes);
    if (request.signal?.aborted) throw refuse("callerLeft", "The caller has left. Nothing was passed on.");
    const { told, ...relayed } = await pass(turn, {
      method: "POST",
      path: `/v1/models/${model}`,
      headers: {
        ...passedHeaders(request.headers),
        "content-type": "application/json",
        ...(key && { "idempotency-key": key.upstream }),
      },
      body,
      // Without the caller's signal: half a submit may be charged, and nobody would know its id.
    });
    // Only a key that was honoured there is honoured here.
    const echo = key && told.get("idempotency-key") === key.upstream && { "idempotency-key": key.own };
    const headers = { ...relayed.headers, ...echo };
    if (!relayed.isGood) return toResponse({ ...relayed, headers });
    const ticket = await tickets.seal(caller, relayed.body.request_id);
    if (!ticket) throw malformed(report, "a request id that leaves room for a signature");
    return toResponse({ ...relayed, headers, body: withOwnUrls(relayed.body, ticket, turn) });
  }

  async function ofRequest(turn: Turn, ticket: string, name: OfRequest): Promise<Response> {
    const { request, caller, url, report } = turn;
    const id = await tickets.open(caller, ticket);
    if (!id) throw refuse("notFound", "There is no such request, or another caller has submitted it.");
    const query = name === "result" ? `${pick(url.searchParams, ["include_cost"])}` : "";
    const method = METHODS[name] ?? "GET";
    const isRead = method === "GET";
    const hold = name === "status" ? holdOf(request.headers, limits.holdSeconds) : 0;
    const relayed = await pass(turn, {
      method,
      path: `/v1/requests/${id}${name === "delete" ? "" : `/${name}`}${query && `?${query}`}`,
      headers: { ...passedHeaders(request.headers), ...(hold > 0 && { prefer: `wait=${hold}` }) },
      hold,
      // A cancel and a deletion are meant, although whoever asked for it has left since.
      signal: isRead ? request.signal : undefined,
    });
    if (!relayed.isGood) return toResponse(relayed);
    const [field, type] = PROMISED[name] ?? ["status", "string"];
    if (typeof (relayed.body[field] ?? undefined) !== type) throw malformed(report, `\`${field}\``);
    return toResponse({ ...relayed, body: withOwnUrls(relayed.body, ticket, turn) });
  }

  async function upload(turn: Turn): Promise<Response> {
    const { request, caller, report } = turn;
    await take(`upload:${caller}`, limits.uploadsPerMinute, report);
    const ending = new AbortController();
    const leave = () => ending.abort();
    request.signal?.addEventListener("abort", leave);
    try {
      const type = request.headers.get("content-type") ?? "";
      const relayed = await pass(turn, {
        method: "POST",
        path: "/v1/files",
        headers: {
          ...passedHeaders(request.headers),
          "content-type": /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : "application/octet-stream",
        },
        body: limited(request, limits.fileBytes, (refusal) => ending.abort(refusal)),
        signal: ending.signal,
      });
      if (relayed.isGood && typeof relayed.body.url !== "string") throw malformed(report, "a URL");
      return toResponse(relayed);
    } finally {
      request.signal?.removeEventListener("abort", leave);
    }
  }

  /** Counts a call. @throws Refusal where it is one too many, or nobody can say */
  async function take(key: string, perMinute: number, report: Report): Promise<void> {
    if (perMinute === Infinity) return;
    let wait: number;
    try {
      wait = await limits.limiter.take(key, perMinute);
      if (!(wait >= 0)) throw new TypeError("it gave no number of milliseconds");
    } catch (error) {
      report("limiter", `\`limits.limiter\` failed: ${error}`);
      throw refuse(
        "notPassedOn",
        "This application cannot take calls now. Nothing was passed on: try again.",
        0,
      );
    }
    if (wait > 0)
      throw refuse("rateLimited", "You call too often. Nothing was passed on: wait a little.", wait);
  }

  /** An answer about a request, by the id that the caller knows, and with URLs that lead back here. */
  function withOwnUrls(body: Relayed["body"], ticket: string, { url, mount }: Turn): Record<string, unknown> {
    const own: Record<string, unknown> = { ...body, request_id: ticket };
    for (const name of ["status", "result", "cancel"])
      if (`${name}_url` in body)
        own[`${name}_url`] = `${origin ?? url.origin}${mount}/v1/requests/${ticket}/${name}`;
    return own;
  }

  return answer;
}

type OfRequest = Extract<ReadCall["call"], { readonly ticket: string }>["name"];

/** The methods of what is no read. */
const METHODS: Partial<Record<OfRequest, "POST" | "DELETE">> = { cancel: "POST", delete: "DELETE" };
/** What an answer has to hold that is no status. */
const PROMISED: Partial<Record<OfRequest, readonly [field: string, type: string]>> = {
  input: ["input", "object"],
  delete: ["outcome", "string"],
};

const noModel = (model: string) => refuse("notFound", `This application does not offer the model ${model}.`);

/** Seconds that a caller wants a status to be held, no more than are allowed. */
function holdOf(headers: Headers, most: number): number {
  const [, seconds = "0"] = /(?:^|[,;\s])wait\s*=\s*(\d{1,5})\b/i.exec(headers.get("prefer") ?? "") ?? [];
  return Math.min(Number(seconds), Math.floor(most));
}
