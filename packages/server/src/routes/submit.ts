import { checkInput, fitsPattern, type InputIssue, nearest } from "@model-api/models";
import { Hono } from "hono";
import type { Engine } from "../engines/engine.js";
import { fingerprintOf } from "../fingerprint.js";
import type { components } from "../generated/openapi.js";
import { ApiError } from "../http/api-error.js";
import { authenticate } from "../http/authenticate.js";
import { noteCall } from "../http/call-facts.js";
import { echoIdempotencyKey, idempotencyKey } from "../http/idempotency-key.js";
import { jsonAnswer } from "../http/json-answer.js";
import { MODEL_PATH, readModelId } from "../http/model-id.js";
import { readJsonObject } from "../http/read-json.js";
import type { KeyRecord } from "../keys/key-record.js";
import { newRequestId } from "../requests.js";
import type { ServerContext } from "../server-context.js";
import { refusedBySimulation } from "../simulate/simulation.js";
import type { EarlierRequest } from "../store/store.js";
import { webhookTarget } from "../webhooks/webhook-header.js";
import { engineFor } from "../worker/engines.js";
import { admit, withAdmission } from "./admission.js";
import { originOf, requestUrls } from "./urls.js";

type Submitted = components["schemas"]["Submitted"];

/** The largest body of a submit, as the hosted service has it. */
const MAX_BODY_BYTES = 64 * 2 ** 20;

/** Submit: once for each call, or once for each idempotency key. */
export function submitRoutes(context: ServerContext): Hono {
  const { store, clock } = context;
  const routes = new Hono();

  /** The request that a call stands for: a new one, or the one that its idempotency key has been used for. */
  async function submit(raw: Request, givenId: string): Promise<Submission> {
    const apiKey = await authenticate(raw, context, "submit");
    const { id: keyId } = apiKey;
    const modelId = readModelId(givenId);
    const key = idempotencyKey(raw.headers);
    const earlier = key === undefined ? undefined : await store.findEarlier(keyId, key);
    // Before the catalog is asked: a repeat gets what the first call got, even where the catalog has changed in between.
    if (earlier) return { id: idOfRepeat(earlier, fingerprintOf(modelId, await readInput(raw))) };
    checkModel(apiKey, modelId);

    const { model, engine } = await servedModel(context, modelId);
    const input = await readInput(raw);
    const issues = checkInput(model, input);
    if (issues.length > 0) throw invalidInput(modelId, issues);
    if (context.logPrompts) noteCall(raw, { prompt: promptOf(input) });
    const id = newRequestId();
    const idempotency = key === undefined ? undefined : { key, fingerprint: fingerprintOf(modelId, input) };
    const admitted = await admit(context, engine, { modelId, input }, raw.signal);
    const now = clock.now();
    const origin = originOf(raw, context);
    const webhook = webhookTarget(raw.headers, origin, context.allowLoopback);
    const simulated = context.simulator.drawFor(raw.headers, now);
    if (simulated?.refuse) throw refusedBySimulation();
    const fate = withAdmission(simulated?.fate, admitted, now);
    await checkRate(apiKey, now);
    const { maxOpen } = apiKey;
    const insertion = await store.insertRequest({
      id,
      keyId,
      modelId,
      input,
      createdAt: now,
      idempotency,
      maxOpen,
      webhook,
      simulation: fate,
      availableAt: fate?.queue?.until,
    });
    if (insertion.outcome === "repeat") {
      return { id: idOfRepeat(insertion.earlier, idempotency?.fingerprint) };
    }
    if (insertion.outcome === "full") throw tooManyOpen(insertion.open);
    return { id, answerIsLost: simulated?.loseAnswer };
  }

  /** Counted only now that the input is known to be good: a mistake costs its caller nothing. */
  async function checkRate({ id, rateLimit }: KeyRecord, now: number): Promise<void> {
    if (rateLimit === undefined) return;
    const retryAfterMs = await store.takeRate(id, rateLimit, now);
    if (retryAfterMs === 0) return;
    throw new ApiError(
      "rateLimited",
      `This token may submit ${rateLimit} requests a minute, and has. Nothing was submitted; Retry-After says when to try again.`,
      { retryAfterMs },
    );
  }

  routes.post(MODEL_PATH, echoIdempotencyKey, async (c) => {
    const { id, answerIsLost } = await submit(c.req.raw, c.req.param("id"));
    noteCall(c.req.raw, { requestId: id });
    if (answerIsLost) return badGateway();
    return jsonAnswer<Submitted>({ request_id: id, ...requestUrls(originOf(c.req.raw, context), id) });
  });

  return routes;
}

interface Submission {
  readonly id: string;
  /** Whether the caller is told nothing of what it has submitted. */
  readonly answerIsLost?: boolean | undefined;
}

/** What gateways answer when they lose the service behind them: no JSON, and no word about what has happened. */
function badGateway(): Response {
  const headers = { "content-type": "text/html" };
  return new Response("<html><body><h1>502 Bad Gateway</h1></body></html>", { status: 502, headers });
}

/** What is logged of a prompt, where prompts are logged at all. */
function promptOf({ prompt }: Record<string, unknown>): string | undefined {
  return typeof prompt === "string" ? prompt.slice(0, 2000) : undefined;
}

/** Patterns of a key that an error names; a key may have many. */
const MAX_NAMED = 20;

function checkModel({ models }: KeyRecord, modelId: string): void {
  if (!models || models.some((pattern) => fitsPattern(modelId, pattern))) return;
  const more = models.length > MAX_NAMED ? ` and ${models.length - MAX_NAMED} more` : "";
  throw new ApiError(
    "forbidden",
    `This token may not submit to ${modelId}: it may use ${models.slice(0, MAX_NAMED).join(", ")}${more}. Nothing was submitted. Use one of those models, or a token that \`model-api keys create\` made for this one.`,
  );
}

function tooManyOpen(open: number): ApiError {
  return new ApiError(
    "rateLimited",
    `This token has ${open} requests queued or running, which is as many as it may have. Nothing was submitted; try again when one of them has ended.`,
    { retryAfterMs: 1000 },
  );
}

function readInput(raw: Request): Promise<Record<string, unknown>> {
  return readJsonObject(raw, { bytes: MAX_BODY_BYTES, hint: " Pass large files by URL." });
}

function idOfRepeat(earlier: EarlierRequest, fingerprint: string | undefined): string {
  if (earlier.fingerprint === fingerprint) return earlier.id;
  throw new ApiError(
    "invalid",
    `This Idempotency-Key has been used for request ${earlier.id}, with another model or body; nothing was submitted. Send a new key to submit a new request, or the model and body of that one to get it again.`,
  );
}

async function servedModel(context: ServerContext, modelId: string) {
  const model = await context.catalog.load(modelId);
  const engine: Engine | undefined = engineFor(context.engines, modelId);
  if (model && engine) return { model, engine };
  const served = context.catalog.models
    .map((entry) => entry.model_id)
    .filter((id) => engineFor(context.engines, id));
  const near = nearest(modelId, served);
  const reason = model ? `No engine of this server serves ${modelId}.` : `There is no model ${modelId}.`;
  throw new ApiError(
    "notFound",
    `${reason} ${near ? `Did you mean ${near}?` : "GET /v1/models lists what there is."}`,
  );
}

function invalidInput(modelId: string, issues: readonly InputIssue[]): ApiError {
  const detail = issues.map(({ path, message, allowed, suggestion }) => ({
    path: [...path],
    message,
    ...(allowed && { allowed: [...allowed] }),
    ...(suggestion && { suggestion }),
  }));
  const [first] = detail;
  const more = detail.length > 1 ? ` (and ${detail.length - 1} more; see detail)` : "";
  return new ApiError(
    "invalid",
    `The input does not fit ${modelId}: ${first?.path.join(".") || "input"} ${first?.message}${more}`,
    { detail },
  );
}
