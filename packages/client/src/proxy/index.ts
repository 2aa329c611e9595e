/**
 * A proxy that holds the token for browsers, as a function from `Request` to `Response`.
 *
 * @packageDocumentation
 */

export { createProxy, type ModelApiProxy } from "./create-proxy.js";
export { createMemoryLimiter, type Limiter } from "./limiter.js";
export type { Authorization, CorsOptions, ProxyFailure, ProxyLimits, ProxyOptions } from "./options.js";
