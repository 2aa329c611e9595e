import type { ServerResponse } from "node:http";
import sharp from "sharp";
import { type FakeCall, fieldOf } from "./fake-call.js";

/** Answers a call; what it does not end stays open. */
export type Behaviour = (call: FakeCall, response: ServerResponse) => void | Promise<void>;

/** Answers an error in OpenAI's form, or a text as HTML. */
export function refuse(
  status: number,
  error: object | string,
  headers: Record<string, string> = {},
): Behaviour {
  const [type, body] =
    typeof error === "string" ? ["text/html", error] : ["application/json", JSON.stringify({ error })];
  return (_, response) => void response.writeHead(status, { "content-type": type, ...headers }).end(body);
}

export interface FakePicture {
  readonly width?: number;
  readonly height?: number;
  readonly format?: "png" | "jpeg" | "webp";
  readonly usage?: object;
}

/** Answers a picture: of the size and in the format that were asked for, unless it is told otherwise. */
export function answerPicture({ usage = USAGE, ...picture }: FakePicture = {}): Behaviour {
  return async (call, response) => {
    const [width = 0, height = 0] = (fieldOf(call, "size") ?? "").split("x").map(Number);
    const asked = { width, height, format: fieldOf(call, "output_format") ?? "png" };
    const made = { ...asked, ...picture };
    const b64_json = (await pictureOf(made.width, made.height, made.format)).toString("base64");
    answerJson(JSON.stringify({ created: 1_700_000_000, data: [{ b64_json }], usage }))(call, response);
  };
}

export const USAGE = {
  input_tokens: 530,
  input_tokens_details: { image_tokens: 512, text_tokens: 18 },
  output_tokens: 1584,
  total_tokens: 2114,
};

export function pictureOf(width: number, height: number, format: string): Promise<Buffer> {
  const image = sharp({ create: { width, height, channels: 3, background: "#406080" } });
  return image.toFormat(format as "png").toBuffer();
}

export function answerJson(body: string): Behaviour {
  return (_, response) =>
    void response
      .writeHead(200, { "content-type": "application/json", "x-request-id": "req_fake" })
      .end(body);
}

/** Sends the beginning of an answer, and hangs up. */
export const breakOff: Behaviour = (_, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100000" });
  response.write('{"created":1700000000,"data":[{"b64_json":"iVBORw0KGgo', () => response.socket?.destroy());
};

export const hangUpAfterwards: Behaviour = (_, response) => void response.socket?.destroy();
export const neverAnswer: Behaviour = () => {};
