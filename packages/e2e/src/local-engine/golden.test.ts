/**
 * Pictures of the local engine beside pictures that somebody has looked at and accepted. Each has a negative twin: a wrong
 * result, made by the engine itself, that the same thresholds refuse.
 *
 * Golden pictures are never written by a test run of its own accord. After a change that is meant to change them:
 *
 *     UPDATE_GOLDEN=1 npx vitest run --config packages/e2e/vitest.config.ts golden
 *
 * Then look at each one that git says has changed.
 */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CASES } from "./golden/cases.js";
import { type Editor, openEditor } from "./golden/editor.js";
import { readGolden, reduced, writeGolden } from "./golden/golden-file.js";
import { pictureDistance } from "./golden/picture-distance.js";

/**
 * Of a picture that passes, in CIELAB units. Measured: what JPEG does to golden pictures is at most 1.0 overall and 4.3 at the worst cells;
 * the nearest twin (a bit brighter, or not) is 2.7 and 8.5 away, the next one 36 at its worst.
 */
const MOST_OVERALL = 1.5;
const MOST_WORST = 6;

/** Milliseconds; a test's own work is short, but all of them are in the same two queues. */
const PATIENCE = 300_000;

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor();
  if (process.env.UPDATE_GOLDEN === "1") await acceptAll();
}, PATIENCE);
afterAll(() => editor.close());

async function acceptAll(): Promise<void> {
  if (process.env.CI) throw new Error("UPDATE_GOLDEN is for a person who looks at the pictures");
  await Promise.all(
    CASES.map(async ({ name, edit }) => writeGolden(name, await reduced(await editor.run(edit)))),
  );
}

describe.concurrent("the local engine's picture", { timeout: PATIENCE }, () => {
  for (const { name, edit, twins } of CASES) {
    test(`${name} is as it was accepted`, async () => {
      const picture = await reduced(await editor.run(edit));
      const distance = await pictureDistance(await readGolden(name), picture);
      expect(distance.overall).toBeLessThanOrEqual(MOST_OVERALL);
      expect(distance.worst).toBeLessThanOrEqual(MOST_WORST);
    });

    for (const [wrong, twin] of Object.entries(twins)) {
      test(`${name} is not taken for ${wrong}`, async () => {
        const picture = await reduced(await editor.run({ ...edit, ...twin }));
        const { overall, worst } = await pictureDistance(await readGolden(name), picture);
        expect(overall > MOST_OVERALL || worst > MOST_WORST, `overall ${overall}, worst ${worst}`).toBe(true);
      });
    }
  }
});
