// What a stranger does first with the client, in whatever runtime this is. Nothing but web standards.
import { createClient, files, InvalidInputError } from "@model-api/client";
import { createProxy } from "@model-api/client/proxy";
import { verifyWebhook } from "@model-api/client/webhooks";
import { validator } from "@model-api/models/openai/gpt-image-2/edit";

const MODEL = "openai/gpt-image-2/text-to-image";

/** Runs a model on the server and gives what came out; throws where something is not as it should be. */
export async function exercise({ baseUrl, token }) {
  const client = createClient({ baseUrl, token });
  const seen = [];
  const result = await client.run(
    MODEL,
    { prompt: "A yellow bicycle" },
    { timeout: 60_000, onStatus: ({ status }) => seen.push(status) },
  );
  const [file] = files(result.output);
  const response = await fetch(file.url);
  const bytes = (await response.arrayBuffer()).byteLength;
  expect(response.ok && bytes > 100, `the file has ${bytes} bytes`);
  expect(seen.at(-1) === "completed", `the last status was ${seen.at(-1)}`);

  const refused = await client.submit(MODEL, {}, { validate: true }).catch((error) => error);
  expect(InvalidInputError.isInstance(refused), `an input without a prompt: ${refused}`);
  expect(validator.validate({}).issues?.length === 2, "the validator found other problems than two");
  const { total } = await client.models.list({ limit: 1 });
  expect(total > 40, `the catalog has ${total} models`);

  const proxy = createProxy({
    token,
    secret: "x".repeat(32),
    baseUrl,
    models: ["openai/*"],
    authorize: () => null,
  });
  const answer = await proxy(new Request("https://app.example/api/model-api/v1/models"));
  expect(
    answer.status === 401 || answer.status === 403,
    `the proxy let a stranger through: ${answer.status}`,
  );
  expect(typeof verifyWebhook === "function", "there is no verifyWebhook");
  return { bytes, statuses: seen.length };
}

function expect(isTrue, otherwise) {
  if (!isTrue) throw new Error(otherwise);
}
