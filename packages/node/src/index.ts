export * from "@model-api/client";
export { createNodeClient, type NodeClientOptions } from "./create-node-client.js";
export {
  type Credentials,
  type Environment,
  findBaseUrl,
  findCredentials,
  tokenFile,
} from "./credentials.js";
export { type DownloadedFile, type DownloadOptions, download } from "./download.js";
export { prepareInput } from "./prepare-input.js";
