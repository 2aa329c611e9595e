// The Node adapter: credentials from the environment, a file on disk as input, a download.
import { readFileSync } from "node:fs";
import { createNodeClient, download } from "@model-api/node";

const client = createNodeClient({ validate: true });
const { output } = await client.run(
  "openai/gpt-image-2/edit",
  { prompt: "Convert it to greyscale", images: ["photo.png"] },
  { timeout: 60_000 },
);
const [file] = await download(output, { dir: "out", baseUrl: process.env.RUNCOMFY_MODEL_API_BASE });
const signature = readFileSync(file.path).subarray(1, 4).toString();
if (signature !== "PNG") throw new Error(`${file.path} is no PNG`);
console.log(JSON.stringify({ path: file.path }));
