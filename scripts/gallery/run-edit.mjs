import { join } from "node:path";
import { runCli } from "../lib/serve.mjs";

const MODEL = "openai/gpt-image-2/edit";
const FIXTURES = "packages/e2e/fixtures";

let runs = 0;

/** One edit through the command line and the server; `images` are names below the fixtures. Resolves with the picture's path and the engine's report. */
export async function runEdit({ prompt, images, flags = [] }, { server, folder }) {
  const pictures = images.flatMap((image) => ["--images", join(FIXTURES, image)]);
  const output = ["--output-dir", join(folder, `run-${runs++}`), "--json", "--no-journal"];
  const stdout = await runCli(["run", MODEL, "--prompt", prompt, ...pictures, ...flags, ...output], server);
  const { files, engineReport } = JSON.parse(stdout);
  return { path: files[0].path, report: engineReport };
}
