// Generated from schemas/ by `pnpm codegen`. Do not edit.

/** Operations whose path has no parameters, by method and path. */
export const exactOperations: ReadonlyMap<string, string> = new Map([
  ["GET /v1/models", "listModels"],
  ["GET /v1/models/categories", "listCategories"],
  ["GET /v1/requests", "listRequests"],
  ["POST /v1/files", "uploadFile"],
  ["GET /v1/keys", "listKeys"],
  ["POST /v1/keys", "createKey"],
  ["GET /v1/usage", "getUsage"],
  ["GET /openapi.json", "getContract"],
  ["GET /healthz", "getHealth"],
  ["GET /readyz", "getReadiness"],
  ["GET /metrics", "getMetrics"],
]);

/** The others, in the order of the contract. A request's id is captured. */
export const operationPatterns: readonly (readonly [RegExp, string])[] = [
  [/^GET \/v1\/models\/.+$/, "getModel"],
  [/^POST \/v1\/models\/.+$/, "submitRequest"],
  [/^GET \/v1\/requests\/([\w-]{1,128})\/status$/, "getRequestStatus"],
  [/^GET \/v1\/requests\/([\w-]{1,128})\/result$/, "getRequestResult"],
  [/^POST \/v1\/requests\/([\w-]{1,128})\/cancel$/, "cancelRequest"],
  [/^DELETE \/v1\/requests\/([\w-]{1,128})$/, "deleteRequest"],
  [/^GET \/v1\/requests\/([\w-]{1,128})\/input$/, "getRequestInput"],
  [/^GET \/files\/[^/]+$/, "getFile"],
  [/^GET \/outputs\/([\w-]{1,128})\/[^/]+$/, "getOutput"],
  [/^DELETE \/v1\/keys\/[^/]+$/, "revokeKey"],
];
