import { type Clock, systemClock } from "../clock.js";
import { bytesOf } from "../signing/hmac.js";
import { createMemoryLimiter, type Limiter } from "./limiter.js";
import type { ProxyFailure, ProxyOptions } from "./options.js";

/** Options that were checked, with everything filled in. */
export interface ResolvedProxyOptions extends Omit<ProxyOptions, "limits" | "secret"> {
  /** Without a trailing slash and without `/v1`. */
  readonly baseUrl: string;
  /** The first one signs. */
  readonly secrets: readonly string[];
  readonly limits: Limits;
  readonly onFailure: (failure: ProxyFailure) => void;
  readonly clock: Clock;
}

interface Limits {
  readonly bodyBytes: number;
  readonly fileBytes: number;
  readonly submitsPerMinute: number;
  readonly uploadsPerMinute: number;
  readonly holdSeconds: number;
  readonly limiter: Limiter;
}

const SECRET_BYTES = 32;
const MEBIBYTE = 2 ** 20;
const PATH = /^(\/[^/?#\\]+)*$/;
const MODEL_PATTERN = /^[\w.*/-]{1,256}$/;

/** @throws TypeError that names the option: what is missing must not turn out to be open */
export function resolveProxyOptions(options: ProxyOptions): ResolvedProxyOptions {
  const { token, secret, authorize, models, path, origin, cors, limits = {}, clock = systemClock } = options;
  if (typeof authorize !== "function")
    refuse("authorize", "a function that says who calls: without it, everybody could spend your money");
  if (typeof token !== "function" && !token) refuse("token", "the API token, or a function that gives it");
  const secrets = [secret].flat();
  if (
    !secrets.length ||
    !secrets.every((one) => typeof one === "string" && bytesOf(one).length >= SECRET_BYTES)
  )
    refuse(
      "secret",
      `one or several texts of at least ${SECRET_BYTES} bytes, e.g. from \`openssl rand -base64 32\``,
    );
  if (!Array.isArray(models) || !models.length || !models.every((model) => MODEL_PATTERN.test(model)))
    refuse("models", 'a list of the models that callers may use, such as ["openai/*"]');
  const mount = path?.replace(/(\/v1)?\/*$/, "");
  if (mount !== undefined && !PATH.test(mount)) refuse("path", "like /api/model-api");
  if (origin !== undefined && !isOrigin(origin)) refuse("origin", "like https://app.example");
  if (cors && !(Array.isArray(cors.origins) && cors.origins.every(isOrigin)))
    refuse("cors.origins", "a list of origins like https://app.example, one by one and without `*`");
  return {
    ...options,
    path: mount,
    baseUrl: readBaseUrl(options.baseUrl),
    secrets,
    limits: {
      bodyBytes: amount("bodyBytes", limits.bodyBytes, 64 * MEBIBYTE),
      fileBytes: amount("fileBytes", limits.fileBytes, 64 * MEBIBYTE),
      submitsPerMinute: amount("submitsPerMinute", limits.submitsPerMinute, 60),
      uploadsPerMinute: amount("uploadsPerMinute", limits.uploadsPerMinute, 120),
      holdSeconds: amount("holdSeconds", limits.holdSeconds, 30),
      limiter: limits.limiter ?? createMemoryLimiter(clock),
    },
    onFailure:
      options.onFailure ?? (({ call, message }) => console.error(`Model API proxy, ${call}: ${message}`)),
    clock,
  };
}

/** With a scheme, without a user's name, a query and a fragment, in which a path would end. */
const BASE_URL = /^https?:\/\/[^/@?#\\]+(\/[^?#\\]*)?$/;

function readBaseUrl(baseUrl = "https://model-api.runcomfy.net"): string {
  if (!BASE_URL.test(baseUrl)) refuse("baseUrl", "like https://host/v1");
  return baseUrl.replace(/(\/v1)?\/*$/, "");
}

/** Whether a text is an origin as browsers say it. A URL may have a `*` in its host, which here would mean nothing. */
function isOrigin(text: unknown): boolean {
  return (
    typeof text === "string" &&
    /^https?:[^*]+$/.test(text) &&
    URL.canParse(text) &&
    new URL(text).origin === text
  );
}

function amount(name: string, given: number | undefined, standard: number): number {
  if (given === undefined) return standard;
  if (typeof given !== "number" || !(given >= 0)) refuse(`limits.${name}`, "a number that is not negative");
  return given;
}

function refuse(name: string, what: string): never {
  throw new TypeError(`createProxy: \`${name}\` must be ${what}.`);
}
