/** The calls of the API, as a proxy tells them apart by the first line of a request. */
export type Route =
  | "submit"
  | "status"
  | "result"
  | "cancel"
  | "models"
  | "model"
  | "categories"
  | "requests"
  | "files";

/** An answer that a gateway gives in the server's place. */
export interface ForgedAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: { readonly seconds: number; readonly as: "seconds" | "date" };
}

/** What happens to a call on its way. `forwarded`: the server has done its work, and its answer is lost. */
export type WireFault =
  | { readonly kind: "refuse" }
  | { readonly kind: "reset"; readonly forwarded: boolean }
  | { readonly kind: "stall"; readonly within: "answer" | "body" }
  | { readonly kind: "truncate" }
  | { readonly kind: "forge"; readonly forwarded: boolean; readonly answer: ForgedAnswer };

/** The fault befalls the first so many calls of a route. Plain data, so that it can be sent to the proxy. */
export interface Plan {
  readonly route: Route;
  readonly fault: WireFault;
  readonly times: Times;
  /** What befalls the calls after those; nothing where it is left out. */
  readonly afterwards?: WireFault;
}

export type Times = 1 | "always";

const ROUTES: readonly (readonly [Route, RegExp])[] = [
  ["submit", /^POST \/v1\/models\/./],
  ["files", /^POST \/v1\/files$/],
  ["cancel", /^POST \/v1\/requests\/[^/]+\/cancel$/],
  ["status", /^GET \/v1\/requests\/[^/]+\/status$/],
  ["result", /^GET \/v1\/requests\/[^/]+\/result$/],
  ["requests", /^GET \/v1\/requests$/],
  ["categories", /^GET \/v1\/models\/categories$/],
  ["model", /^GET \/v1\/models\/./],
  ["models", /^GET \/v1\/models$/],
];

export function routeOf(method: string, pathAndQuery: string): Route | undefined {
  const line = `${method} ${pathAndQuery.replace(/\?.*$/, "")}`;
  return ROUTES.find(([, pattern]) => pattern.test(line))?.[0];
}
