import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { ModelApiClient } from "@model-api/client";
import { createNodeClient, journal, untyped } from "./index.js";

/** What compiles, and what must not. Nothing here is run. */
const client = createNodeClient();
client satisfies ModelApiClient;

const EDIT = "openai/gpt-image-2/edit";
const handle = await open("photo.png");
await client.run(EDIT, {
  prompt: "x",
  images: [
    "photo.png",
    new URL("file:///photo.png"),
    Buffer.alloc(1),
    new Uint8Array(1),
    createReadStream("x"),
    handle,
    new Blob([]),
  ],
});
await client.run(
  EDIT,
  { prompt: "x", images: ["photo.png"] },
  { journal: journal(), resume: true, work: "row 1" },
);
await client.run(untyped("acme/x/edit"), { image: handle }, { collect: ({ output }) => void output.image });

// @ts-expect-error: a misspelt model
await client.run("openai/gpt-image-2/edti", { prompt: "x", images: [] });
// @ts-expect-error: a misspelt field
await client.run(EDIT, { promt: "x", images: [] });
// @ts-expect-error: a number is no picture
await client.submit(EDIT, { prompt: "x", images: [1] });
// @ts-expect-error: a prompt is text, and no file
await client.submit(EDIT, { prompt: handle, images: ["x"] });
// @ts-expect-error: no value of the list
await client.submit(EDIT, { prompt: "x", images: ["x"], aspect_ratio: "16x9" });
