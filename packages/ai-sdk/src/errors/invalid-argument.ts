import { InvalidArgumentError } from "@ai-sdk/provider";
import type { InvalidInputError } from "@model-api/client";

/** An input that was refused before it was sent, named by the setting that is wrong. The client's error is its cause. */
export function invalidArgument(
  error: InvalidInputError,
  settings: ReadonlyMap<string, string> | undefined,
): InvalidArgumentError {
  const [first] = error.issues;
  const field = String(first?.path[0] ?? "");
  const notes = [...new Set(error.issues.map(({ path }) => String(path[0] ?? "")))].flatMap((name) => {
    const setting = settings?.get(name);
    return setting && !setting.endsWith(name) ? [`  ${name} comes from the setting ${setting}.`] : [];
  });
  return new InvalidArgumentError({
    argument:
      settings?.get(field) ?? (field ? `providerOptions.modelApi.${field}` : "providerOptions.modelApi"),
    message: [error.message, ...notes].join("\n"),
    cause: error,
  });
}
