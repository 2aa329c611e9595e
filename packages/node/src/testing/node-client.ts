import type { UntypedModel } from "@model-api/client";
import { untyped } from "@model-api/client";
import { createNodeClient } from "../create-node-client.js";
import type { NodeClientOptions } from "../inner-client.js";
import type { NodeClient } from "../node-client.js";
import type { FakeApi } from "./fake-api.js";

export const MODEL: UntypedModel = untyped("openai/gpt-image-2/edit");
export const INPUT: { prompt: string; images: string[] } = {
  prompt: "a prompt",
  images: ["https://example.com/a.png"],
};

/** A client of a fake service, which tries no call twice. */
export const nodeClient = (api: FakeApi, options: NodeClientOptions = {}): NodeClient =>
  createNodeClient({ token: "secret-token", baseUrl: api.url, retry: { maxRetries: 0 }, ...options });
