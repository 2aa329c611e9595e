import { curl, type SnippetLanguage } from "./submit.js";

/** Code that uploads a file to a server which keeps files, by language. Clients do it by themselves. */
export function uploadSnippet(
  language: Exclude<SnippetLanguage, "json">,
  { origin, modelId, field }: { origin: string; modelId: string; field: string },
): string {
  switch (language) {
    case "curl":
      return `${curl("POST", `${origin}/v1/files`)} \\\n  --data-binary '@photo.png'`;
    case "typescript":
      return `import { createNodeClient } from "@model-api/node";

const client = createNodeClient({ baseUrl: ${JSON.stringify(origin)} });
await client.run(${JSON.stringify(modelId)}, { ${field}: "photo.png" });`;
    case "react":
      return "const { upload, progress } = useUpload();\nconst url = await upload(file);";
    case "cli":
      return `model-api run ${modelId} --${field.replaceAll("_", "-")} photo.png`;
    case "python":
      return `with open("photo.png", "rb") as photo:
    answer = requests.post(
        ${JSON.stringify(`${origin}/v1/files`)},
        headers={"Authorization": f"Bearer {os.environ['RUNCOMFY_TOKEN']}"},
        data=photo,
    )
print(answer.json()["url"])`;
  }
}
