import { describe, expect, test } from "vitest";
import { EDIT, VIDEO } from "../harness.js";
import { BOTH, WIRES } from "./connect.js";
import { PIXEL } from "./engine.js";
import { closeAfterEach, openScene, toAnswer, until } from "./scene.js";

closeAfterEach();

const TEXT_TO_IMAGE = "openai/gpt-image-2/text-to-image";

describe.each(WIRES)("over %s", (_, wire) => {
  test("every tool has a title, a schema of what it takes and of what it gives, and says what it does to the world", async () => {
    const { client } = await openScene(wire);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "list_models",
      "get_model",
      "run_model",
      "submit_request",
      "get_request_status",
      "get_request_result",
      "cancel_request",
      "list_requests",
    ]);
    for (const { title, description, inputSchema, outputSchema, annotations } of tools) {
      expect(title).toBeTruthy();
      expect(description).toBeTruthy();
      expect(inputSchema.type).toBe("object");
      expect(outputSchema?.type).toBe("object");
      expect(Object.keys(annotations ?? {}).sort()).toEqual([
        "destructiveHint",
        "idempotentHint",
        "openWorldHint",
        "readOnlyHint",
      ]);
    }
    const writing = tools.filter(({ annotations }) => !annotations?.readOnlyHint).map(({ name }) => name);
    expect(writing).toEqual(["run_model", "submit_request", "cancel_request"]);
    expect(client.getInstructions()).toContain("list_models");
  });

  test("a run tells how far it is, shows the picture, links to the file, and says what the engine did", async () => {
    const { api, client } = await openScene(wire);
    const told: { progress: number; total?: number | undefined; message?: string | undefined }[] = [];
    const running = client.callTool(
      { name: "run_model", arguments: { model_id: TEXT_TO_IMAGE, input: { prompt: "hold it" } } },
      {
        onprogress: (update) => void told.push(update),
      },
    );
    // A little further each time, until it has been told: what happens between two looks at a request shows with the next change.
    let fraction = 0.5;
    await until(() => {
      fraction = Math.min(0.99, fraction + 0.01);
      api.engine.progress(fraction);
      return told.some(({ message }) => /^running, \d+ %$/.test(message ?? ""));
    });
    api.engine.release();
    const { structured, content, isError } = toAnswer(await running);
    expect(isError).toBe(false);
    expect(structured).toMatchObject({ status: "completed", model_id: TEXT_TO_IMAGE });
    expect(structured.engine_report.ignored[0].reason).toBe("it is a test");
    const [, picture, link] = content;
    expect(picture).toEqual({ type: "image", data: PIXEL.toString("base64"), mimeType: "image/png" });
    expect(link).toMatchObject({
      type: "resource_link",
      uri: structured.files[0].url,
      name: structured.files[0].name,
      mimeType: "image/png",
    });
    expect(told.at(-1)?.message).toBe("completed");
    const steps = told.map(({ progress }) => progress);
    expect(steps).toEqual([...new Set(steps)].sort((one, other) => one - other));
    expect(Math.max(...steps)).toBeLessThan(100);

    const read = await client.readResource({ uri: structured.files[0].url });
    expect(read.contents[0]).toMatchObject({ mimeType: "image/png", blob: PIXEL.toString("base64") });
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([structured.files[0].url]);
  });

  test("two runs at the same time are two requests, each with its own result", async () => {
    const { api, call } = await openScene(wire);
    const inputs = [{ prompt: "hold one" }, { prompt: "hold two" }];
    const running = inputs.map((input) => call("run_model", { model_id: TEXT_TO_IMAGE, input }));
    await until(() => api.engine.begun.length === 2);
    api.engine.release();
    const [one, two] = await Promise.all(running);
    expect([one?.structured.status, two?.structured.status]).toEqual(["completed", "completed"]);
    expect(one?.structured.request_id).not.toBe(two?.structured.request_id);
    expect(api.submits()).toHaveLength(2);
  });
});

describe.each(BOTH)("over %s", (_, wire) => {
  test("models are found by words, by category and by what they make, page by page", async () => {
    const { call } = await openScene(wire);
    const all = await call("list_models", { limit: 100 });
    expect(all.structured.total).toBe(all.structured.models.length);
    const first = await call("list_models", { kind: "video", limit: 3 });
    expect(first.structured.models).toHaveLength(3);
    const second = await call("list_models", {
      kind: "video",
      limit: 100,
      offset: first.structured.next_offset,
    });
    expect(second.structured.next_offset).toBeUndefined();
    const videos = [...first.structured.models, ...second.structured.models];
    expect(videos).toHaveLength(first.structured.total);
    expect(new Set(videos.map(({ kind }) => kind))).toEqual(new Set(["video"]));
    expect(videos.length).toBeLessThan(all.structured.total);
    const found = await call("list_models", { search: "image-2/ edit", category: "image-editing" });
    expect(found.structured.models.map((model: { model_id: string }) => model.model_id)).toEqual([EDIT]);
  });

  test("a model's input schema, price and examples are told", async () => {
    const { call } = await openScene(wire);
    const { structured } = await call("get_model", { model_id: VIDEO });
    expect(structured.input_schema.required).toEqual(["prompt", "image_url"]);
    expect(structured.price).toEqual({ usd: null, unit: "second" });
    expect(structured.kind).toBe("video");
    expect(structured.examples[0].prompt).toEqual(expect.any(String));
  });

  test("only files that were linked to are read: no URL makes the server fetch something else", async () => {
    const { api, client } = await openScene(wire);
    await expect(client.readResource({ uri: `${api.tap.url}/healthz` })).rejects.toThrow(/not found/i);
    expect(api.calls()).toEqual([]);
  });

  test("what is wrong with an input is an answer that names each field, what is allowed and what was meant; nothing is sent", async () => {
    const { api, call } = await openScene(wire);
    const answer = await call("run_model", {
      model_id: EDIT,
      input: { prompt: "x", images: ["https://example.com/a.png"], resolution: "1kk", promt: "y" },
    });
    expect(answer.isError).toBe(true);
    expect(answer.text).toContain("nothing was sent");
    expect(answer.text).toMatch(/^- resolution must be one of 1k, 2k, 4k.*did you mean 1k\?$/m);
    expect(answer.text).toMatch(/^- promt is not a field of this model; did you mean prompt\?$/m);
    expect(answer.error).toMatchObject({
      code: "invalid_input",
      charged: "no",
      issues: [
        { path: ["resolution"], allowed: ["1k", "2k", "4k"], suggestion: "1k" },
        { path: ["promt"], suggestion: "prompt" },
      ],
    });
    expect(api.submits()).toEqual([]);
  });

  test("of a model that is not there, the nearest is named", async () => {
    const { api, call } = await openScene(wire);
    const answer = await call("run_model", { model_id: "openai/gpt-image-2/edti", input: {} });
    expect(answer.isError).toBe(true);
    expect(answer.text).toContain(`Did you mean ${EDIT}`);
    expect(answer.error).toMatchObject({ code: "unknown_model", charged: "no" });
    expect(api.submits()).toEqual([]);
  });

  test("only the models that are allowed are listed, told of, and run", async () => {
    const flags = ["--free-server", "--model", "openai/*", "--model", VIDEO];
    const { api, call } = await openScene(wire, { flags });
    const { structured } = await call("list_models", { limit: 100 });
    const ids: string[] = structured.models.map((model: { model_id: string }) => model.model_id);
    expect(ids).toContain(VIDEO);
    expect(ids.filter((id) => id !== VIDEO && !id.startsWith("openai/"))).toEqual([]);
    for (const name of ["get_model", "run_model", "submit_request"]) {
      const model_id = "wan-ai/wan-2.7/text-to-video";
      const answer = await call(name, { model_id, ...(name !== "get_model" && { input: { prompt: "x" } }) });
      expect(answer.error?.code).toBe("model_not_allowed");
      expect(answer.text).toContain("--model");
    }
    expect(api.submits()).toEqual([]);
  });

  test("what is submitted without waiting is followed, fetched, and then no longer open", async () => {
    const { api, call } = await openScene(wire);
    const submitted = await call("submit_request", { model_id: TEXT_TO_IMAGE, input: { prompt: "hold" } });
    expect(submitted.structured).toMatchObject({ model_id: TEXT_TO_IMAGE, resumed: false });
    const { request_id } = submitted.structured;
    await until(() => api.engine.begun.length === 1);
    expect((await call("get_request_status", { request_id })).structured.status).toBe("in_progress");
    const early = await call("get_request_result", { request_id });
    expect(early.structured).toMatchObject({ status: "in_progress", next_step: expect.any(String) });
    const again = await call("submit_request", { model_id: TEXT_TO_IMAGE, input: { prompt: "hold" } });
    expect(again.structured).toEqual({ request_id, model_id: TEXT_TO_IMAGE, resumed: true });
    const other = await call("submit_request", {
      model_id: TEXT_TO_IMAGE,
      input: { prompt: "hold" },
      variant: "second",
    });
    expect(other.structured.request_id).not.toBe(request_id);
    api.engine.release();
    await until(
      async () => (await call("get_request_status", { request_id })).structured.status === "completed",
    );
    const open = await call("list_requests", { only_open: true });
    expect(open.structured.total).toBe(2);
    const result = await call("get_request_result", { request_id });
    expect(result.content.map(({ type }) => type)).toEqual(["text", "image", "resource_link"]);
    const left = await call("list_requests", { only_open: true });
    expect(left.structured.requests).toMatchObject([{ variant: "second", collected: false }]);
    expect(api.submits()).toHaveLength(2);
  });

  test("a run that fails says why, and that it may have been charged", async () => {
    const { call } = await openScene(wire);
    const answer = await call("run_model", { model_id: TEXT_TO_IMAGE, input: { prompt: "fail" } });
    expect(answer.isError).toBe(true);
    expect(answer.error).toMatchObject({ code: "request_failed", charged: "unknown" });
    const { request_id } = answer.error;
    const result = await call("get_request_result", { request_id });
    expect(result.structured).toMatchObject({ status: "failed", error: { message: expect.any(String) } });
  });

  test("a run that takes longer than it may is no error: it goes on, and its result is had later", async () => {
    const { api, call } = await openScene(wire);
    const input = { prompt: "hold" };
    const answer = await call("run_model", { model_id: TEXT_TO_IMAGE, input, timeout_seconds: 0.01 });
    expect(answer.isError).toBe(false);
    expect(answer.structured).toMatchObject({ status: "in_progress", next_step: expect.any(String) });
    api.engine.release();
    const later = await call("run_model", { model_id: TEXT_TO_IMAGE, input });
    expect(later.structured).toMatchObject({ request_id: answer.structured.request_id, resumed: true });
    expect(api.submits()).toHaveLength(1);
  });
});
