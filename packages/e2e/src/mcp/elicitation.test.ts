import { copyFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { pathToFileURL } from "node:url";
import type { Client } from "@modelcontextprotocol/client";
import { describe, expect, test } from "vitest";
import { COFFEE, EDIT, temporaryFolder } from "../harness.js";
import { BOTH, WIRES } from "./connect.js";
import { closeAfterEach, openScene } from "./scene.js";

closeAfterEach();

type Answer = { action: "accept"; content: Record<string, string> } | { action: "decline" | "cancel" };

/** A client whose user answers forms so; `asked` collects the forms. */
function answering(answer: Answer) {
  // biome-ignore lint/suspicious/noExplicitAny: what a form is, the tests say.
  const asked: any[] = [];
  const prepare = (client: Client) =>
    client.setRequestHandler("elicitation/create", async ({ params }) => {
      asked.push(params);
      return answer;
    });
  return { asked, capabilities: { elicitation: { form: {} } }, prepare };
}

describe.each(WIRES)("over %s", (_, wire) => {
  test("what the model needs and nobody has given is asked of the user, in a form made from the schema", async () => {
    const images = "https://example.com/photo.png";
    const user = answering({ action: "accept", content: { images, prompt: "Make it blue" } });
    const scene = await openScene(wire, user);
    scene.api.engine.picture = Buffer.from("not asked for");
    const submitted = await scene.call("submit_request", { model_id: EDIT, input: { quality: "low" } });
    expect(submitted.isError).toBe(false);
    expect(user.asked).toHaveLength(1);
    expect(user.asked[0].message).toContain("needs prompt, images");
    expect(user.asked[0].requestedSchema).toMatchObject({
      type: "object",
      required: ["prompt", "images"],
      properties: { prompt: { type: "string", title: "Prompt" }, images: { type: "string" } },
    });
    expect(scene.api.submits()).toHaveLength(1);
  });

  test.each([["decline"], ["cancel"]] as const)(
    "a user who answers %s is not asked again, and nothing is sent",
    async (action) => {
      const user = answering({ action });
      const scene = await openScene(wire, user);
      const answer = await scene.call("run_model", { model_id: EDIT, input: { prompt: "x" } });
      expect(answer.isError).toBe(true);
      expect(answer.error).toMatchObject({ code: "declined", charged: "no" });
      expect(answer.text).toContain("needs images");
      expect(user.asked).toHaveLength(1);
      expect(scene.api.submits()).toEqual([]);
    },
  );
});

describe.each(BOTH)("over %s", (_, wire) => {
  test("what the user gives is checked like anything else", async () => {
    const user = answering({ action: "accept", content: { images: "/etc/passwd" } });
    const scene = await openScene(wire, user);
    const answer = await scene.call("run_model", { model_id: EDIT, input: { prompt: "x" } });
    expect(answer.error).toMatchObject({ code: "local_file" });
    expect(scene.api.submits()).toEqual([]);
  });

  test("nobody is asked for more where what was given would be refused", async () => {
    const user = answering({ action: "accept", content: {} });
    const scene = await openScene(wire, user);
    const answer = await scene.call("run_model", { model_id: EDIT, input: { quality: "lwo" } });
    expect(answer.error).toMatchObject({ code: "invalid_input", issues: [{ path: ["quality"] }] });
    expect(user.asked).toEqual([]);
  });

  test("where the client cannot ask, what is missing is an error with all of it", async () => {
    const scene = await openScene(wire);
    const answer = await scene.call("run_model", { model_id: EDIT, input: {} });
    expect(answer.isError).toBe(true);
    expect(answer.error.issues.map(({ path }: { path: string[] }) => path)).toEqual([["prompt"], ["images"]]);
    expect(scene.api.submits()).toEqual([]);
  });
});

test.each([["legacy"], ["modern"]] as const)(
  "a file that the user names is taken from a root of the client: %s",
  async (era) => {
    const folder = temporaryFolder();
    copyFileSync(COFFEE, joinPath(folder, "photo.png"));
    const user = answering({ action: "accept", content: { images: "photo.png" } });
    const scene = await openScene(
      { transport: "stdio", era },
      {
        capabilities: { ...user.capabilities, roots: {} },
        prepare(client) {
          user.prepare(client);
          client.setRequestHandler("roots/list", async () => ({
            roots: [{ uri: pathToFileURL(folder).href }],
          }));
        },
      },
    );
    const answer = await scene.call("run_model", { model_id: EDIT, input: { prompt: "x" } });
    expect(answer.structured.status).toBe("completed");
    expect(user.asked).toHaveLength(1);
    expect(scene.api.submits()).toHaveLength(1);
  },
);
