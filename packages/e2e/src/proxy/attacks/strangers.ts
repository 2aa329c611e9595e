import { expect, test } from "vitest";
import type { Scene } from "../contract.js";
import { attacker, INPUT, JSON_TYPE, MODEL } from "./attacker.js";

/** Who may not call, and what is not theirs. */
export function strangers(scene: () => Scene): void {
  const { ask, submit, submitted, through } = attacker(scene);

  test("ids of others, forged ids and the API's own ids are not there, and the API is not asked", async () => {
    const id = await submitted();
    const own = id.slice(0, -22);
    const calls = await through(async () => {
      for (const [user, tried] of [
        ["mallory", id],
        ["alice", own],
        ["alice", `${own}${"A".repeat(22)}`],
        ["alice", `${id}A`],
        ["alice", id.slice(0, -1)],
        ["alice", `x${id}`],
        ["", id],
      ]) {
        for (const [method, name] of [
          ["GET", "status"],
          ["GET", "result"],
          ["POST", "cancel"],
        ] as const) {
          const headers = { authorization: `Bearer ${user}` };
          const { status } = await ask(method, `/v1/requests/${tried}/${name}`, { headers });
          expect(status).toBe(user ? 404 : 401);
        }
      }
    });
    expect(calls).toEqual([]);
    expect((await ask("GET", `/v1/requests/${id}/status`)).status).toBe(200);
  });

  test("who is not signed in gets nothing, wherever it tries", async () => {
    const headers = { authorization: "" };
    const calls = await through(async () => {
      for (const [method, path] of [
        ["POST", MODEL],
        ["GET", "/v1/models"],
        ["POST", "/v1/files"],
      ] as const) {
        const body = method === "POST" ? { body: INPUT } : {};
        const { status, text } = await ask(method, path, { headers: { ...headers, ...JSON_TYPE }, ...body });
        expect([status, JSON.parse(text).error_code]).toEqual([401, 400004]);
      }
    });
    expect(calls).toEqual([]);
  });

  test("a model that is not on the list is not there", async () => {
    const calls = await through(async () => {
      for (const model of [
        "wan-ai/wan-2.7/image-to-video",
        "openai/gpt-image-20/x",
        "OpenAI/gpt-image-2/edit",
      ]) {
        const init = { headers: JSON_TYPE, body: INPUT };
        expect((await ask("POST", `/v1/models/${model}`, init)).status).toBe(404);
      }
    });
    expect(calls).toEqual([]);
  });

  test("a page of another origin may neither call nor ask whether it may", async () => {
    const calls = await through(async () => {
      for (const page of [
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      ]) {
        const preflight = { ...page, "access-control-request-method": "POST", authorization: "" };
        for (const answer of [await submit(page), await ask("OPTIONS", MODEL, { headers: preflight })]) {
          expect(answer.status).toBe(403);
          expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
        }
      }
    });
    expect(calls).toEqual([]);
  });
}
