import { afterAll, beforeAll, test } from "vitest";
import { type EngineCheckOptions, engineChecks } from "../../test-server/index.js";
import { EDIT, PIXEL, VIDEO } from "../../testing/engines.js";
import { createComfyUIEngine } from "./index.js";
import { type FakeComfyUI, startFakeComfyUI } from "./testing/fake-comfyui.js";
import type { Faults } from "./testing/faults.js";
import { pollingClock } from "./testing/polling-clock.js";
import { EDIT_WORKFLOW } from "./testing/workflows.js";

let comfyui: FakeComfyUI;
beforeAll(async () => {
  comfyui = await startFakeComfyUI();
});
afterAll(() => comfyui.close());

const video = {
  "1": { class_type: "LoadImage", inputs: { image: "{{image_url}}" } },
  "2": { class_type: "VHS_VideoCombine", inputs: { images: ["1", 0], frame_rate: 16, text: "{{prompt}}" } },
};
const audio = { "1": { class_type: "SaveAudio", inputs: { text: "{{tags}}" } } };

/** Sets faults for one run. */
function when(name: string, faults: Partial<Faults>) {
  const before: Partial<Faults> = {};
  return {
    name,
    arrange() {
      for (const key of Object.keys(faults))
        Object.assign(before, { [key]: comfyui.faults[key as keyof Faults] });
      Object.assign(comfyui.faults, faults);
    },
    restore: () => void Object.assign(comfyui.faults, before),
  };
}

const options: EngineCheckOptions = {
  engine: () =>
    createComfyUIEngine({
      mapping: {
        url: comfyui.url,
        models: {
          [EDIT]: { workflow: EDIT_WORKFLOW },
          [VIDEO]: { workflow: video },
          "acestep-ai/ace-step-1.5/text-to-audio": { workflow: audio },
        },
      },
    }),
  clock: pollingClock(),
  runs: [
    {
      modelId: EDIT,
      input: {
        prompt: "Make the background blue and bright",
        images: [PIXEL],
        aspect_ratio: "21:9",
        output_format: "webp",
      },
    },
    { modelId: VIDEO, input: { prompt: "The cup begins to steam", image_url: PIXEL } },
    { modelId: "acestep-ai/ace-step-1.5/text-to-audio", input: { tags: "indie folk, warm, 92 bpm" } },
  ],
  faults: [
    {
      ...when("an upload fails with HTTP 500", { status: { "POST /upload/image": 500 } }),
      fault: "transient",
    },
    {
      ...when("something else answers", { garbage: ["POST /upload/image"] }),
      fault: "final",
      code: "not_comfyui",
    },
    { ...when("nothing is made", { forgetOutputs: true }), fault: "final", code: "no_output" },
    {
      name: "nothing answers",
      arrange: () => comfyui.die(),
      restore: () => comfyui.comeBack(),
      fault: "transient",
    },
  ],
  async whileRunning() {
    await comfyui.hold(0).reached;
  },
};

for (const { name, run } of engineChecks(options)) test(name, run);
