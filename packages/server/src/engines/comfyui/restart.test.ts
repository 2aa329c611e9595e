import { afterEach, beforeEach, expect, test } from "vitest";
import { EDIT, INPUT } from "../../testing/engines.js";
import { serverSuite, until } from "../../testing/servers.js";
import { createComfyUIEngine } from "./index.js";
import { type FakeComfyUI, startFakeComfyUI } from "./testing/fake-comfyui.js";
import { EDIT_WORKFLOW } from "./testing/workflows.js";

const suite = serverSuite();
let comfyui: FakeComfyUI;
beforeEach(async () => {
  comfyui = await startFakeComfyUI();
});
afterEach(() => comfyui.close());

const open = (repeatable: boolean) =>
  createComfyUIEngine({
    mapping: { url: comfyui.url, repeatable, models: { [EDIT]: { workflow: EDIT_WORKFLOW } } },
  });

test.each([true, false])(
  "a server that stops leaves the workflow running, and the next one has its result (a free host: %s)",
  async (repeatable) => {
    const held = comfyui.hold();
    const first = await suite.start(await open(repeatable));
    const { body } = await first.call("POST", `/v1/models/${EDIT}`, INPUT);
    const promptId = await held.reached;
    await until(async () => {
      const { progress } = (await first.call("GET", `/v1/requests/${body.request_id}/status`)).body;
      return progress > 0;
    });
    await suite.stop(first.server);
    expect(comfyui.cancelled).toEqual([]);

    const second = await suite.start(await open(repeatable), { token: first.token });
    await until(() => comfyui.clients.has(promptId));
    held.release();
    const result = await until(async () => {
      const answer = await second.call("GET", `/v1/requests/${body.request_id}/result`);
      return ["completed", "failed"].includes(answer.body.status) && answer.body;
    });
    expect(result).toMatchObject({ status: "completed", engine_report: { engine: "comfyui" } });
    expect(comfyui.prompts.map(({ id }) => id)).toEqual([promptId]);
  },
);
