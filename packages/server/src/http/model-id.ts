import { MODEL_ID } from "../generated/identifiers.js";
import { ApiError } from "./api-error.js";

/** The model id in `/v1/models/<id>`, whose slashes may stand as they are or as `%2F`. */
export function modelIdFromPath(pathname: string): string {
  const given = pathname.slice("/v1/models/".length);
  let id = given;
  try {
    id = decodeURIComponent(given);
  } catch {
    // Not an encoding at all: the pattern refuses its percent sign.
  }
  if (!MODEL_ID.test(id)) {
    throw new ApiError(
      "invalidIdentifier",
      `"${id.slice(0, 100)}" is not a model id. A model id has two to five segments of letters, digits, "_", "." and "-", such as openai/gpt-image-2/edit.`,
    );
  }
  return id;
}
