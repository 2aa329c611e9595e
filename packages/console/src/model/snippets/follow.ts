import { curl, type SnippetLanguage } from "./submit.js";

export type RequestCall = "status" | "result" | "cancel";

interface Followed {
  readonly origin: string;
  /** Stands where the id of a request belongs. */
  readonly requestId: string;
}

/** Code that asks for, or ends, what a submit has begun. */
export function followSnippet(
  call: RequestCall,
  language: Exclude<SnippetLanguage, "json">,
  { origin, requestId }: Followed,
): string {
  const url = `${origin}/v1/requests/${requestId}/${call}`;
  const method = call === "cancel" ? "POST" : "GET";
  const id = JSON.stringify(requestId);
  switch (language) {
    case "curl":
      return curl(method, url);
    case "typescript":
      return `const request = client.request(${id});
console.log(await request.${call}());`;
    case "react":
      return REACT[call].replace("ID", id);
    case "cli":
      return `model-api ${call} ${requestId}`;
    case "python":
      return `answer = requests.${method.toLowerCase()}(
    ${JSON.stringify(url)},
    headers={"Authorization": f"Bearer {os.environ['RUNCOMFY_TOKEN']}"},
)
print(answer.json())`;
  }
}

const REACT: Record<RequestCall, string> = {
  status: "const { status, queuePosition, progress } = useRequest(ID);",
  result: "const { output, error } = useRequest(ID);",
  cancel: "const { cancel } = useRequest(ID);\nconst outcome = await cancel();",
};
