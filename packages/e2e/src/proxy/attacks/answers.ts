import { createClient, type ModelApiError } from "@model-api/client";
import { expect, test } from "vitest";
import type { Scene } from "../contract.js";
import { answering } from "../tap.js";
import { attacker } from "./attacker.js";

/** What the API, or somebody in its place, may answer. */
export function badAnswers(scene: () => Scene, hostName: string): void {
  const { ask, submit, submitted, through } = attacker(scene);

  test("a redirect of the API is not followed, and a submit that got one may have arrived", async () => {
    const { tap } = scene().upstream;
    for (const location of [`${tap.url}/v1/keys`, "https://evil.example/"]) {
      const calls = await through(async () => {
        tap.play(answering(307, "", { location }));
        const { status, headers } = await submit();
        expect([status, headers.get("location"), headers.get("retry-after")]).toEqual([502, null, null]);
      });
      expect(calls).toHaveLength(1);
    }
  });

  test("a page of something else is not shown, and a submit that got one may have arrived", async () => {
    const { tap } = scene().upstream;
    tap.play(answering(200, "<script>alert(1)</script>", { "content-type": "text/html" }));
    const { status, headers, text } = await submit();
    expect([status, headers.get("content-type")]).toEqual([502, "application/json"]);
    expect(text).not.toContain("script");
  });

  test("a token that the API reflects is cut out, and its headers are not passed back", async () => {
    const { tap, token } = scene().upstream;
    const body = { error_code: 422, error_message: `bad ${token}`, detail: [{ [token]: [token] }] };
    tap.play(answering(422, JSON.stringify(body), { "set-cookie": `t=${token}`, "x-debug": token }));
    const { status, headers, text } = await submit();
    expect([status, JSON.parse(text).error_message]).toEqual([422, "bad [token]"]);
    for (const name of ["set-cookie", "x-debug"]) expect(headers.get(name)).toBeNull();
  });

  test("a refusal of the application's own token blames no caller, and is not tried again", async () => {
    const { host, upstream } = scene();
    for (const [status, code] of [
      [401, 400004],
      [402, 400002],
      [200, 400002],
    ] as const) {
      const calls = await through(async () => {
        upstream.tap.play(answering(status, JSON.stringify({ error_code: code, error_message: "no" })));
        const client = createClient({ baseUrl: host.baseUrl, token: "alice" });
        const error: ModelApiError = await client
          .submit("openai/gpt-image-2/text-to-image", { prompt: "x" })
          .then(
            () => expect.unreachable("it was submitted"),
            (thrown) => thrown,
          );
        expect([error.code, error.status, error.retryable]).toEqual(["server", 424, false]);
        expect(error.message).toContain("not the caller's fault");
      });
      expect(calls).toHaveLength(1);
    }
  });

  test("answers are nobody's to keep, and say so", async () => {
    const id = await submitted();
    for (const path of [`/v1/requests/${id}/status`, "/v1/models", "/v1/nothing"]) {
      const { headers } = await ask("GET", path);
      expect(headers.get("cache-control"), `${hostName} ${path}`).toContain("no-store");
    }
  });
}
