import type { Listening } from "./programs/serve.js";

const MODEL = "openai/gpt-image-2/edit";
const INPUT = JSON.stringify({
  prompt: "Turn the background into a white-to-gray studio sweep; keep the cup unchanged",
  images: ["https://images.example/cup.webp"],
  aspect_ratio: "3:2",
  resolution: "1k",
});

/** The bytes of a submit. */
export function submitBytes({ token }: Listening): string {
  return `POST /v1/models/${MODEL} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${INPUT.length}\r\n\r\n${INPUT}`;
}

/** The bytes of a look at a status. */
export function statusBytes({ token }: Listening, requestId: string): string {
  return `GET /v1/requests/${requestId}/status HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n\r\n`;
}

/** Submits one request; gives its id. */
export async function submitOne({ url, token }: Listening): Promise<string> {
  const response = await fetch(`${url}/v1/models/${MODEL}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: INPUT,
  });
  return ((await response.json()) as { request_id: string }).request_id;
}
