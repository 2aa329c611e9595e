import { InvalidArgumentError, type JSONValue } from "@ai-sdk/provider";

/** A video that was started: plain JSON, to be kept anywhere and picked up by any process. */
export type VideoOperation = {
  version: 1;
  model: string;
  /** The ids of its requests; several, where the model makes one video a request. */
  requests: string[];
};

/**
 * Reads an operation that somebody has kept.
 * @throws InvalidArgumentError where it is none, or one of another model
 */
export function readOperation(value: JSONValue, modelId: string): VideoOperation {
  const { version, model, requests } = Object(value) as Partial<VideoOperation>;
  const isList =
    Array.isArray(requests) && requests.length > 0 && requests.every((id) => typeof id === "string");
  if (version !== 1 || typeof model !== "string" || !isList)
    throw refuse(
      "It is not what `startVideo` has given: an object with version 1, a model and its requests.",
    );
  if (model !== modelId) throw refuse(`It is one of ${model}, and was given to ${modelId}.`);
  return { version, model, requests };
}

const refuse = (message: string) => new InvalidArgumentError({ argument: "operation", message });
