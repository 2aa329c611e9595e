import { expect, test } from "vitest";
import { InvalidKeyError } from "./check-key.js";
import { readKeyText } from "./read-key-text.js";

const ENVIRONMENT = { OPENAI_API_KEY: "sk-1", acme_key: "2", EMPTY: "" };
const read = (providerKey: string[]) => readKeyText({ name: "x", providerKey }, 0, ENVIRONMENT).providerKeys;

test("models are separated by commas", () => {
  const { models } = readKeyText({ name: "x", models: "openai/*, acme/one,openai/*," }, 0, {});
  expect(models).toEqual(["openai/*", "acme/one"]);
  expect(readKeyText({ name: "x" }, 0, {}).models).toBeUndefined();
});

test("secrets are read from the environment variables that are named, one by one or in a list", () => {
  const secrets = { openai: "sk-1", acme: "2" };
  expect(read(["openai=OPENAI_API_KEY", "acme=acme_key"])).toEqual(secrets);
  expect(read(["openai=OPENAI_API_KEY, acme=acme_key"])).toEqual(secrets);
  expect(readKeyText({ name: "x" }, 0, ENVIRONMENT).providerKeys).toBeUndefined();
});

test.each([
  ["openai=EMPTY", "names an environment variable EMPTY for openai that is not set, or is empty"],
  ["openai=MISSING", "names an environment variable MISSING for openai that is not set, or is empty"],
  // It may be a secret.
  ["openai=abc123", "names an environment variable for openai that is not set, or is empty"],
  ["openai=sk-proj-1", "such as openai=OPENAI_API_KEY; never the secret itself"],
  ["sk-proj-1", "such as openai=OPENAI_API_KEY; never the secret itself"],
  ["OpenAI=OPENAI_API_KEY", "such as openai=OPENAI_API_KEY; never the secret itself"],
  ["openai=", "such as openai=OPENAI_API_KEY; never the secret itself"],
])("%s is refused, and what may be a secret is not repeated", (text, message) => {
  let error: unknown;
  try {
    read(["openai=OPENAI_API_KEY", text]);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(InvalidKeyError);
  const { issues } = error as InvalidKeyError;
  expect(issues).toEqual([{ field: "providerKeys", message: expect.stringContaining(message) }]);
  expect(String(error)).not.toMatch(/sk-proj|abc123|sk-1/);
});
