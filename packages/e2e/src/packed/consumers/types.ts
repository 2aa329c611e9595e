// What a user writes; a misspelt id, field or value must not compile, whatever the compiler's settings are.
import { modelApi } from "@model-api/ai-sdk";
import { createClient, files, type ModelInputs } from "@model-api/client";
import { createProxy } from "@model-api/client/proxy";
import { createModelApiMcp } from "@model-api/mcp";
import { validator } from "@model-api/models/openai/gpt-image-2/edit";
import { createNodeClient, download } from "@model-api/node";
import { useModel } from "@model-api/react";
import { useModelForm } from "@model-api/react/form";
import { createTestServer } from "@model-api/server/testing";

export async function use(): Promise<string | undefined> {
  const client = createClient({ token: "x" });
  const { output } = await client.run("openai/gpt-image-2/edit", {
    prompt: "x",
    images: ["https://example.com/x.png"],
    aspect_ratio: "16:9",
  });
  // @ts-expect-error: no such model
  await client.run("openai/gpt-image-2/edot", { prompt: "x", images: [] });
  // @ts-expect-error: no such value
  await client.run("openai/gpt-image-2/edit", { prompt: "x", images: [], aspect_ratio: "16:8" });
  const input: ModelInputs["openai/gpt-image-2/edit"] = { prompt: "x", images: [] };
  // @ts-expect-error: no such field
  input.pormpt = "x";
  const checked = validator.validate(input);
  if (checked.issues) console.log(checked.issues.map(({ message }) => message));

  const model = modelApi.image("openai/gpt-image-2/edit");
  // @ts-expect-error: no such model
  modelApi.image("openai/gpt-image-2/edot");

  const node = createNodeClient();
  const [file] = await download((await node.run("openai/gpt-image-2/text-to-image", { prompt: "x" })).output);
  const server = await createTestServer();
  const made = [
    createProxy,
    createModelApiMcp,
    useModel,
    useModelForm,
    server.url,
    model.modelId,
    file?.path,
  ];
  return made.length > 0 ? files(output)[0]?.url : undefined;
}
