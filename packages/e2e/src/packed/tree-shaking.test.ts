import { models } from "@model-api/models";
import { describe, expect, test } from "vitest";
import { BUNDLERS } from "./bundlers.js";

const idsIn = (code: string) => models.map(({ model_id: id }) => id).filter((id) => code.includes(id));

describe.each(Object.entries(BUNDLERS))("%s", (_, bundle) => {
  test("leaves nothing of a package that is imported and not used", async () => {
    const nothing = await bundle("console.log('used');");
    for (const name of ["client", "client/lean", "client/proxy", "client/webhooks", "react", "models"]) {
      const code = await bundle(
        `import * as all from "@model-api/${name}"; import "@model-api/${name}"; console.log('used');`,
      );
      // Comments may say more; code does not.
      expect(withoutComments(code), name).toBe(withoutComments(nothing));
    }
  });

  test("takes no catalog and no checks along where a program only runs a model", async () => {
    const code = await bundle(
      'import { createClient } from "@model-api/client"; createClient({}).run("x/y", {});',
    );
    expect(code).toContain("idempotency-key");
    // A message names one as an example.
    expect(idsIn(code)).toEqual(["openai/gpt-image-2/edit"]);
    for (const name of ["Ajv", "x-file-rules", "base64", "display_name", "minItems", "node:"])
      expect(code, name).not.toContain(name);
  });

  test("takes the validator of one model, and neither another one nor its schema", async () => {
    const code = await bundle(
      'import { validator } from "@model-api/models/openai/gpt-image-2/edit"; console.log(validator);',
    );
    expect(code).toContain("21:9");
    expect(idsIn(code)).toEqual([]);
    for (const name of ["display_name", "x-derived-from", "OPEN STUDIO"])
      expect(code, name).not.toContain(name);
  });

  test("takes one helper without the client", async () => {
    const code = await bundle('import { files } from "@model-api/client"; console.log(files({}));');
    expect(code).not.toContain("idempotency-key");
    expect(idsIn(code)).toEqual([]);
  });

  test("takes the hooks that are used, and not the lists or the form", async () => {
    const code = await bundle(
      'import { ModelApiProvider, useModel } from "@model-api/react"; console.log(ModelApiProvider, useModel);',
    );
    expect(code).toContain("There is no <ModelApiProvider>");
    for (const name of ["useUpload", "useModelSchema", "createObjectURL"])
      expect(code, name).not.toContain(name);
  });
});

function withoutComments(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/\s+/g, " ");
}
