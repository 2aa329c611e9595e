import { MODEL_ID, MODEL_ID_LENGTH } from "../generated/identifiers.js";
import { ApiError } from "./api-error.js";

/** The route of a model: all that follows is its id, whose slashes may stand as they are or as `%2F`. */
export const MODEL_PATH = "/v1/models/:id{[^]+}";

/** The id in {@link MODEL_PATH}, decoded. Throws where it is none. */
export function readModelId(id: string): string {
  if (id.length > MODEL_ID_LENGTH || !MODEL_ID.test(id)) {
    throw new ApiError(
      "invalidIdentifier",
      `"${id.slice(0, 100)}" is not a model id. A model id has two to five segments of letters, digits, "_", "." and "-", such as openai/gpt-image-2/edit, and at most ${MODEL_ID_LENGTH} characters.`,
    );
  }
  return id;
}
