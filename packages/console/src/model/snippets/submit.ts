import { fileNames, toJsonInput } from "./input.js";
import { pythonLiteral } from "./python.js";
import { shellWord } from "./shell.js";

export type SnippetLanguage = "curl" | "typescript" | "react" | "cli" | "python" | "json";

export interface Submission {
  /** Where the API is, such as `http://127.0.0.1:8787`. */
  readonly origin: string;
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly outputKind: "image" | "video" | "audio";
}

/** Code that makes a run. The token is never in it: a shell or a program reads it from where it is kept. */
export const submitSnippets: Record<SnippetLanguage, (submission: Submission) => string> = {
  curl: ({ origin, modelId, input }) => {
    const body = JSON.stringify(toJsonInput(input, uploadedUrl), undefined, 2);
    const uploads = fileNames(input).map(
      (name) => `${curl("POST", `${origin}/v1/files`)} \\
  --data-binary ${shellWord(`@${name}`)}
`,
    );
    return `${uploads.join("\n")}${uploads.length > 0 ? "\n" : ""}${curl("POST", `${origin}/v1/models/${modelId}`)} \\
  --header "Content-Type: application/json" \\
  --data ${shellWord(body)}`;
  },

  typescript: ({ origin, modelId, input }) => {
    const hasFiles = fileNames(input).length > 0;
    const [name, source] = hasFiles
      ? ["createNodeClient", "@model-api/node"]
      : ["createClient", "@model-api/client"];
    return `import { ${name} } from ${JSON.stringify(source)};

const client = ${name}({ baseUrl: ${JSON.stringify(origin)}, token: process.env.RUNCOMFY_TOKEN });

const { output } = await client.run(${JSON.stringify(modelId)}, ${literal(input, (file) => file)});
console.log(output);`;
  },

  react: ({ modelId, input, outputKind }) => `import { useModel } from "@model-api/react";

export function Run() {
  const { run, status, output, error } = useModel(${JSON.stringify(modelId)});
  const start = () =>
    run(${literal(input, uploadedUrl, "    ")});
  return (
    <>
      <button onClick={start}>Run</button>
      <p>{error?.message ?? status}</p>
      ${ELEMENTS[outputKind]}
    </>
  );
}`,

  cli: ({ origin, modelId, input }) => {
    const json = JSON.stringify(
      toJsonInput(input, (file) => file),
      undefined,
      2,
    );
    return `RUNCOMFY_MODEL_API_BASE=${shellWord(origin)} model-api run ${shellWord(modelId)} --input ${shellWord(json)}`;
  },

  python: ({ origin, modelId, input }) => `import os
import requests

answer = requests.post(
    ${JSON.stringify(`${origin}/v1/models/${modelId}`)},
    headers={"Authorization": f"Bearer {os.environ['RUNCOMFY_TOKEN']}"},
    json=${pythonLiteral(toJsonInput(input, uploadedUrl), "    ")},
)
answer.raise_for_status()
print(answer.json()["request_id"])`,

  json: ({ input }) => JSON.stringify(toJsonInput(input, uploadedUrl), undefined, 2),
};

/** The beginning of a call by curl, to be continued. */
export const curl = (method: "GET" | "POST", url: string): string => `curl --request ${method} \\
  --url ${shellWord(url)} \\
  --header "Authorization: Bearer $RUNCOMFY_TOKEN"`;

/** Stands for the URL that an upload of the file answers. */
const uploadedUrl = (name: string): string => `<URL of ${name}>`;

const literal = (input: Submission["input"], say: (name: string) => string, indent = ""): string =>
  JSON.stringify(toJsonInput(input, say), undefined, 2).replaceAll("\n", `\n${indent}`);

const ELEMENTS = {
  image: `{output?.image && <img src={output.image} alt="" />}`,
  video: "{output?.video && <video src={output.video} controls />}",
  audio: "{output?.audio && <audio src={output.audio} controls />}",
};
