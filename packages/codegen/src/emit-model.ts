import { BANNER } from "./banner.js";
import { validatorCode } from "./emit-validator.js";
import type { ModelFile } from "./json-schema.js";
import { fromModule, modulePath } from "./names.js";
import { toJs } from "./to-js.js";

/** Facts of a model as the catalog says them, without its schema. */
export function metadataOf(model: ModelFile): Record<string, unknown> {
  return {
    model_id: model.model_id,
    display_name: model.display_name,
    description: model.description,
    kind: model.kind,
    categories: model.categories,
    output_kind: model.output_kind,
    price_unit: model.price_unit,
    base_price_usd: model.base_price_usd ?? null,
    ...(model.pricing_note !== undefined && { pricing_note: model.pricing_note }),
    ...(model.price_quantity !== undefined && { price_quantity: model.price_quantity }),
  };
}

/** How a model's module imports what all of them share. */
export interface Specifiers {
  /** The registry and the types. */
  readonly lean: string;
  readonly validator: string;
}

/** Inside the generated package: by relative paths. */
function inPackage(modelId: string): Specifiers {
  return { lean: fromModule(modelId, "lean.js"), validator: fromModule(modelId, "runtime/validator.js") };
}

/** The module of one model: metadata, JSON Schema, examples, validator. Each can be imported without the others. */
export async function emitModel(
  model: ModelFile,
  name: string,
  interfaceCode: string,
  specifiers: Specifiers = inPackage(model.model_id),
): Promise<Record<string, string>> {
  const id = model.model_id;
  const path = modulePath(id);
  const { code, check, imports } = await validatorCode(model);
  return {
    [`${path}.js`]: [
      BANNER,
      `import { ${["createValidator", ...imports].sort().join(", ")} } from "${specifiers.validator}";\n\n`,
      `export const metadata = ${toJs(metadataOf(model))};\n\n`,
      `export const inputSchema = ${toJs(model.input_schema)};\n\n`,
      `export const examples = ${toJs(model.examples ?? [])};\n\n`,
      `${code}\n\n`,
      `export const validator = /* @__PURE__ */ createValidator(${check});\n`,
    ].join(""),
    [`${path}.d.ts`]: [
      BANNER,
      `import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "${specifiers.lean}";\n\n`,
      `${interfaceCode}\n\n`,
      `declare module "${specifiers.lean}" {\n  interface ModelInputs {\n    ${JSON.stringify(id)}: ${name};\n  }\n}\n\n`,
      "export declare const metadata: ModelMetadata;\n",
      "export declare const inputSchema: ModelInputSchema;\n",
      `export declare const examples: readonly ModelExample<${name}>[];\n`,
      `export declare const validator: ModelValidator<${name}>;\n`,
    ].join(""),
  };
}
