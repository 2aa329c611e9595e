export type { Catalog } from "./catalog.js";
export type { Clock } from "./clock.js";
export { createServer, type ModelApiServer, type ServerOptions } from "./create-server.js";
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
export type { Logger } from "./logger.js";
