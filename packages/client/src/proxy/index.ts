export { createProxy, type ModelApiProxy } from "./create-proxy.js";
export { createMemoryLimiter, type Limiter } from "./limiter.js";
export type { Authorization, CorsOptions, ProxyFailure, ProxyLimits, ProxyOptions } from "./options.js";
