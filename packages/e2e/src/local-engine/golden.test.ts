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

/** Of a picture that passes; in CIELAB units. Measured: what WebP does to a golden picture is below 0.5 and 3. */
const MOST_OVERALL = 0.9;
const MOST_WORST = 7;

const update = process.env.UPDATE_GOLDEN === "1";

let editor: Editor;
beforeAll(async () => {
  if (update && process.env.CI) throw new Error("UPDATE_GOLDEN is for a person who looks at the pictures");
  editor = await openEditor();
});
afterAll(() => editor.close());

describe.concurrent("the local engine's picture", () => {
  for (const { name, edit, twins } of CASES) {
    test(`${name} is the accepted one`, async () => {
      const picture = await reduced(await editor.run(edit));
      if (update) await writeGolden(name, picture);
      const distance = await pictureDistance(await readGolden(name), picture);
      expect(distance.overall).toBeLessThanOrEqual(MOST_OVERALL);
      expect(distance.worst).toBeLessThanOrEqual(MOST_WORST);
    });

    for (const [wrong, twin] of Object.entries(twins)) {
      test(`${name} would not pass with ${wrong}`, async () => {
        const picture = await reduced(await editor.run({ ...edit, ...twin }));
        const { overall, worst } = await pictureDistance(await readGolden(name), picture);
        expect(overall > MOST_OVERALL || worst > MOST_WORST, `overall ${overall}, worst ${worst}`).toBe(true);
      });
    }
  }
});
