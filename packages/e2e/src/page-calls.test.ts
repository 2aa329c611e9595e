import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  COFFEE,
  cleanUp,
  listen,
  type Served,
  serve,
  spawnProgram,
  temporaryFolder,
  until,
} from "./harness.js";

/** The calls as the page prints them. */
const page = (name: string) =>
  readFileSync(new URL(`../fixtures/page-calls/${name}.sh`, import.meta.url), "utf8");

let served: Served;
let pictureUrl: string;
beforeAll(async () => {
  const photograph = readFileSync(COFFEE);
  const host = await listen((_, response) =>
    response.writeHead(200, { "content-type": "image/webp" }).end(photograph),
  );
  pictureUrl = `${host.url}/tools/7341/media-files/promo.webp`;
  served = await serve(temporaryFolder());
});
afterAll(cleanUp);

/** Host, token and picture are changed, nothing else; `-w` makes curl print the HTTP status after the body. */
async function shell(command: string) {
  const local = command
    .replaceAll("https://model-api.runcomfy.net", served.url)
    .replaceAll("<token>", served.env.RUNCOMFY_TOKEN ?? "")
    .replaceAll(/https:\/\/playgrounds-storage-public\S+promo\.webp/g, pictureUrl)
    .replace(/^curl /, "curl -sS -w '\\n%{http_code}\\n' ");
  const { stdout, stderr, code } = await spawnProgram("bash", ["-c", local]).exit;
  const [body = "", status] = stdout.split("\n");
  return { code, stderr, status: Number(status), body: body.startsWith("{") ? JSON.parse(body) : body };
}

const withId = (command: string, id: string) => command.replace("{request_id}", id);
/** The page's quoting, mended: in a shell, a quote inside a quoted word is '\''. */
const quoted = (command: string) => command.replace("'OPEN STUDIO'", "'\\''OPEN STUDIO'\\''");

test("the page's four calls work as they stand, rightly quoted", async () => {
  const submitted = await shell(quoted(page("submit")));
  expect(submitted.status).toBe(200);
  const id = submitted.body.request_id;
  expect(Object.keys(submitted.body).sort()).toEqual([
    "cancel_url",
    "request_id",
    "result_url",
    "status_url",
  ]);

  const first = await shell(withId(page("status"), id));
  expect(["in_queue", "in_progress", "completed"]).toContain(first.body.status);
  await until("completed", async () => (await shell(withId(page("status"), id))).body.status === "completed");

  const result = await shell(withId(page("result"), id));
  expect(result.body).toMatchObject({
    request_id: id,
    status: "completed",
    output: { image: expect.stringMatching(/^http/) },
  });
  const picture = await fetch(result.body.output.image);
  expect(picture.headers.get("content-type")).toBe("image/png");

  const cancel = await shell(withId(page("cancel"), id));
  expect([cancel.status, cancel.body.outcome]).toEqual([200, "not_cancellable"]);
});

test("as printed, the first call's quotes end its body early: a clean 4xx, and nothing is queued", async () => {
  const broken = await shell(page("submit"));
  expect(broken.status).toBe(400);
  expect(broken.body).toMatchObject({ error_code: 422, error_message: expect.stringContaining("not JSON") });
});
