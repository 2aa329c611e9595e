import type { KeyManager, KeyView, UsageEntry } from "@model-api/server";
import { CliError, EXIT } from "../exit-codes.js";
import { table } from "../output/table.js";
import { type ConfigFlags, loadConfig } from "../server-config.js";

interface Flags extends ConfigFlags {
  json: boolean;
}

export interface CreateFlags extends Flags {
  name: string;
  scopes?: string;
  expires?: string;
  rateLimit?: string;
  maxOpen?: string;
  models?: string;
  providerKey?: string[];
}

export interface UsageFlags extends Flags {
  since: string;
  key?: string;
}

/** What the fields of a key are called on the command line. */
const FLAGS = {
  name: "--name",
  scopes: "--scopes",
  expiresAt: "--expires",
  rateLimit: "--rate-limit",
  maxOpen: "--max-open",
  models: "--models",
  providerKeys: "--provider-key",
} as const;

/** `model-api keys create`: the token and the webhook secret are shown here and never again. */
export async function createKey(flags: CreateFlags): Promise<void> {
  const { InvalidKeyError, readKeyText } = await import("@model-api/server");
  try {
    // Looked at before anything is opened: a mistake must not leave a folder behind.
    const text = readKeyText(flags, Date.now());
    const created = await withKeys(flags, { make: true }, (keys) => keys.create(text));
    const { key, token, webhookSecret } = created;
    if (flags.json) {
      return console.log(JSON.stringify({ ...toJson(key), token, webhook_secret: webhookSecret }));
    }
    console.log(
      [
        `Key ${key.id} (${key.name}): ${key.scopes.join(", ")}${limitsOf(key)}`,
        "",
        "Token, shown once:",
        `  ${token}`,
        "Secret that webhooks of its requests are signed with, shown once:",
        `  ${webhookSecret}`,
      ].join("\n"),
    );
  } catch (error) {
    if (!(error instanceof InvalidKeyError)) throw error;
    const lines = error.issues.map(({ field, message }) => `${FLAGS[field]} ${message}`);
    throw new CliError(EXIT.usage, lines.join("\nerror: "));
  }
}

/** `model-api keys list` */
export async function listKeys(flags: Flags): Promise<void> {
  const keys = await withKeys(flags, { make: false }, (manager) => manager.list());
  if (flags.json) return console.log(JSON.stringify(keys.map(toJson), null, 2));
  if (keys.length === 0) return console.error("there are no keys; make one with `model-api keys create`");
  const heading = [
    "ID",
    "NAME",
    "STATE",
    "SCOPES",
    "CREATED",
    "EXPIRES",
    "RATE",
    "MAX OPEN",
    "MODELS",
    "PROVIDERS",
  ];
  const rows = keys.map((key) => [
    key.id,
    key.name,
    key.state,
    key.scopes.join(","),
    dayOf(key.createdAt),
    key.expiresAt === undefined ? "never" : dayOf(key.expiresAt),
    key.rateLimit === undefined ? "-" : `${key.rateLimit}/min`,
    key.maxOpen === undefined ? "-" : String(key.maxOpen),
    key.models?.join(",") ?? "all",
    key.providers?.join(",") ?? "-",
  ]);
  console.log(table(heading, rows));
}

/** `model-api keys revoke <id>` */
export async function revokeKey(id: string, flags: Flags): Promise<void> {
  const found = await withKeys(flags, { make: false }, (keys) => keys.revoke(id));
  if (!found) {
    throw new CliError(EXIT.badInput, `there is no key "${id}"; \`model-api keys list\` shows the ids`);
  }
  const { key, revoked } = found;
  if (flags.json) return console.log(JSON.stringify(toJson(key)));
  console.log(
    revoked ? `Key ${key.id} (${key.name}) is revoked.` : `Key ${key.id} (${key.name}) was revoked before.`,
  );
}

/** `model-api keys usage`: by day, key and model. */
export async function usage(flags: UsageFlags): Promise<void> {
  const { momentOf } = await import("@model-api/server");
  const since = momentOf(flags.since, Date.now(), -1);
  if (since === undefined) {
    throw new CliError(
      EXIT.usage,
      `--since must be so long ago, such as 30d, or a date such as 2027-01-31; got "${flags.since}"`,
    );
  }
  const { entries, names } = await withKeys(flags, { make: false }, async (keys) => {
    const all = await keys.list();
    if (flags.key !== undefined && !all.some((key) => key.id === flags.key))
      throw new CliError(
        EXIT.badInput,
        `--key: there is no key "${flags.key}"; \`model-api keys list\` shows the ids`,
      );
    return {
      entries: await keys.usage({ since: Math.max(since, 0), keyId: flags.key }),
      names: new Map(all.map((key) => [key.id, key.name])),
    };
  });
  if (flags.json) return console.log(JSON.stringify(entries.map(usageToJson), null, 2));
  if (entries.length === 0)
    return console.error(`nothing has been submitted since ${dayOf(Math.max(since, 0))}`);
  const heading = ["DAY", "KEY", "NAME", "MODEL", "SUBMITTED", "COMPLETED", "FAILED", "CANCELLED", "SECONDS"];
  const rows = entries.map((entry) => [
    entry.day,
    entry.keyId,
    names.get(entry.keyId) ?? "",
    entry.modelId,
    String(entry.submitted),
    String(entry.completed),
    String(entry.failed),
    String(entry.cancelled),
    (entry.runMs / 1000).toFixed(1),
  ]);
  console.log(table(heading, rows));
}

async function withKeys<T>(
  flags: Flags,
  { make }: { make: boolean },
  work: (keys: KeyManager) => Promise<T>,
): Promise<T> {
  const { manageKeys, openKeyStore } = await import("@model-api/server");
  const config = await loadConfig(flags);
  const store = await openKeyStore(config, { make });
  try {
    return await work(manageKeys(store, { now: Date.now }));
  } finally {
    await store.close();
  }
}

function limitsOf({ expiresAt, rateLimit, maxOpen, models, providers }: KeyView): string {
  const limits = [
    expiresAt !== undefined && `until ${new Date(expiresAt).toISOString()}`,
    rateLimit !== undefined && `${rateLimit} submits a minute`,
    maxOpen !== undefined && `${maxOpen} open at once`,
    models && `only ${models.join(", ")}`,
    providers && `with secrets for ${providers.join(", ")}`,
  ].filter(Boolean);
  return limits.length > 0 ? `; ${limits.join(", ")}` : "";
}

/** As the HTTP API has it. */
function toJson(key: KeyView): object {
  const moment = (time: number | undefined) =>
    time === undefined ? undefined : new Date(time).toISOString();
  return {
    key_id: key.id,
    name: key.name,
    scopes: key.scopes,
    state: key.state,
    created_at: moment(key.createdAt),
    expires_at: moment(key.expiresAt),
    revoked_at: moment(key.revokedAt),
    rate_limit: key.rateLimit,
    max_open: key.maxOpen,
    models: key.models,
    providers: key.providers,
  };
}

function usageToJson(entry: UsageEntry): object {
  const { day, keyId, modelId, submitted, completed, failed, cancelled, runMs } = entry;
  return { day, key_id: keyId, model_id: modelId, submitted, completed, failed, cancelled, run_ms: runMs };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
