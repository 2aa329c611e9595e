import { bundle, sizeOf } from "../client/bundle.js";
import { bytes, printTable } from "../report.js";

/** What an application with these hooks has anyway: their peers, and the client, whose size is a row of its own. */
const BESIDES = ["react", "@tanstack/react-query", "@model-api/client", "@model-api/models"];

const ALL = 'export * from "@model-api/react";';
const FORM = 'export { useModelForm } from "@model-api/react/form";';

/** Bytes that the hooks add to a page, gzipped. */
export async function benchReactSize(): Promise<void> {
  const size = async (source: string) =>
    sizeOf((await bundle(source, { splitting: false, external: BESIDES })).eager);
  const all = await size(ALL);
  const rows = [
    { what: "@model-api/react, all of it", figures: [bytes(all)], goal: "under 4,000 B" },
    {
      what: "  only useModel, and the provider",
      figures: [bytes(await size('export { ModelApiProvider, useModel } from "@model-api/react";'))],
    },
    {
      what: "  what @model-api/react/form adds to all of it",
      figures: [bytes((await size(ALL + FORM)) - all)],
    },
  ];
  printTable("React, size: without its peers and the client, minified, gzip -9", ["adds"], rows);
}
