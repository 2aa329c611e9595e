/**
 * The Model API, self-hosted: a server as a handler of requests, its backends, and engines of your own.
 *
 * @packageDocumentation
 */

export type { Backend } from "./backend/backend.js";
export { openEmbeddedBackend } from "./backend/embedded.js";
export { openScaledBackend, type ScaledBackendOptions } from "./backend/scaled.js";
export type { Catalog } from "./catalog.js";
export type { Clock } from "./clock.js";
export { ConfigError } from "./config/config-error.js";
export { type ReadFile, readConfigFile } from "./config/config-file.js";
export { isLoopback } from "./config/loopback.js";
export { openBackend } from "./config/open-backend.js";
export { openEngines } from "./config/open-engines.js";
export { type ConfigSources, type ReadConfig, readConfig } from "./config/read-config.js";
export { builtConsole } from "./console/built-console.js";
export { createConsoleKey } from "./console/console-key.js";
export {
  createServer,
  type ModelApiServer,
  type ServerOptions,
  type ServerPlace,
  type ServerRole,
  type ServerSettings,
} from "./create-server.js";
export {
  type ComfyUIEngineOptions,
  type ComfyUIMapping,
  createComfyUIEngine,
  type ModelMapping as ComfyUIModelMapping,
  type Workflow as ComfyUIWorkflow,
} from "./engines/comfyui/index.js";
export {
  defineEngine,
  type EngineDefinition,
  type ModelInput,
  type ModelRun,
} from "./engines/define-engine.js";
export {
  type Admission,
  type AdmissionContext,
  type AppliedOperation,
  type Engine,
  type EngineContext,
  EngineError,
  type EngineErrorOptions,
  type EngineFault,
  type EngineFile,
  type EngineReport,
  type EngineResult,
  type EngineTask,
  type FetchedMedia,
  type IgnoredInstruction,
  type KeptFile,
  type MediaKind,
  type RemoteFile,
  RunAborted,
} from "./engines/engine.js";
export { createLocalEngine, type LocalEngineOptions } from "./engines/local/index.js";
export { createOpenAIEngine, type OpenAIEngineOptions } from "./engines/openai/index.js";
export { createReplayEngine, type ReplayEngineOptions } from "./engines/replay/index.js";
export { createUpstreamEngine, type UpstreamEngineOptions } from "./engines/upstream/index.js";
export type { ServerConfig } from "./generated/config.js";
export { InvalidKeyError, type KeyIssue } from "./keys/check-key.js";
export { type KeyRecord, SCOPES, type Scope } from "./keys/key-record.js";
export type { NewKey } from "./keys/keys.js";
export { type CreatedKey, type KeyManager, type KeyView, manageKeys } from "./keys/manage-keys.js";
export { openKeyStore } from "./keys/open-key-store.js";
export { type KeyText, momentOf, readKeyText } from "./keys/read-key-text.js";
export type { Logger } from "./logger.js";
export { createLogger, type FlushableLogger, type LoggerOptions } from "./logging/create-logger.js";
export type { MetricsAccess } from "./routes/metrics.js";
export type { Store, UsageEntry } from "./store/store.js";
