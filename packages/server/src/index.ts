export type { Backend } from "./backend/backend.js";
export { openEmbeddedBackend } from "./backend/embedded.js";
export { openScaledBackend, type ScaledBackendOptions } from "./backend/scaled.js";
export type { Catalog } from "./catalog.js";
export type { Clock } from "./clock.js";
export {
  createServer,
  type ModelApiServer,
  type ServerOptions,
  type ServerPlace,
  type ServerSettings,
} from "./create-server.js";
export {
  type AppliedOperation,
  type Engine,
  type EngineContext,
  EngineError,
  type EngineFault,
  type EngineFile,
  type EngineReport,
  type EngineResult,
  type EngineTask,
  type FetchedMedia,
  type IgnoredInstruction,
  type MediaKind,
} from "./engines/engine.js";
export { createLocalEngine, type LocalEngineOptions } from "./engines/local/index.js";
export { type KeyRecord, SCOPES, type Scope } from "./keys/key-record.js";
export type { NewKey } from "./keys/keys.js";
export type { Logger } from "./logger.js";
