/**
 * A program of its own, so that what the server and the proxies hold (timers, sockets) is not taken for the client's. It plays
 * scenes on request, prints where it takes requests, and ends when its standard input does.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { createServer, type ModelApiServer } from "@model-api/server";
import { createFreeEngine } from "./free-engine.js";
import type { Plan } from "./plan.js";
import { type FaultProxy, startProxy } from "./proxy.js";
import type { Scene, SceneWish, Tally } from "./scene.js";

const EDIT = "openai/gpt-image-2/edit";
const HOST = "127.0.0.1";
const IMAGES = ["data:image/png;base64,iVBORw0KGgo="];
const LONG_MS = 600_000;

interface House {
  readonly server: ModelApiServer;
  readonly url: string;
}

interface Play {
  readonly house: House;
  readonly proxy: FaultProxy;
  readonly token: string;
}

const folder = mkdtempSync(join(tmpdir(), "model-api-faults-"));
const plays = new Map<string, Play>();
const houses = {
  moving: await openHouse("moving", 1000),
  blocked: await openHouse("blocked", 1),
};
await block(houses.blocked);

async function openHouse(name: string, concurrency: number): Promise<House> {
  const dataFolder = join(folder, name);
  const server = await createServer({
    dataFolder,
    engines: [createFreeEngine()],
    concurrency,
    allowLoopbackMedia: true,
  });
  return { server, url: await server.listen({ port: 0, host: HOST }) };
}

/** One request that never ends, so that all that come after it stay in the queue. */
async function block(house: House): Promise<void> {
  const token = await house.server.createKey("blocker");
  const id = await submit(house, token, `${LONG_MS} ms`);
  while ((await statusOf(house, token, id)) !== "in_progress") await pause();
}

/** What is read of answers here. */
interface Answer {
  readonly request_id: string;
  readonly status: string;
  readonly requests: readonly { readonly request_id: string; readonly status: string }[];
}

async function call({ server, url }: House, token: string, path: string, body?: object): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}` };
  const init = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
  const response = await server.fetch(new Request(url + path, init));
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

async function submit(house: House, token: string, prompt: string): Promise<string> {
  return (await call(house, token, `/v1/models/${EDIT}`, { prompt, images: IMAGES })).request_id;
}

async function statusOf(house: House, token: string, id: string): Promise<string> {
  return (await call(house, token, `/v1/requests/${id}/status`)).status;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

async function begin({ queue, prepared }: SceneWish): Promise<Scene> {
  const house = houses[queue];
  const token = await house.server.createKey("scene");
  const requestId = prepared === "nothing" ? undefined : await submit(house, token, "0 ms");
  if (requestId && prepared === "completed")
    while ((await statusOf(house, token, requestId)) !== "completed") await pause();
  const proxy = await startProxy(Number(new URL(house.url).port));
  const name = `${plays.size}`;
  plays.set(name, { house, proxy, token });
  const baseUrl = `http://${HOST}:${proxy.port}`;
  return { baseUrl, token, control: `${origin}/scenes/${name}`, ...(requestId && { requestId }) };
}

async function count({ house, proxy, token }: Play): Promise<Tally> {
  const { requests } = await call(house, token, "/v1/requests?limit=100");
  return {
    tries: proxy.tries(),
    requests: requests.map(({ request_id }) => request_id),
    states: requests.map(({ status }) => status),
  };
}

async function direct(method: string, path: string, body: unknown): Promise<unknown> {
  const [, , name = "", action] = path.split("/");
  if (!name) return begin(body as SceneWish);
  const play = plays.get(name);
  if (!play) throw new Error(`there is no scene ${name}`);
  if (action === "plan") return play.proxy.follow("route" in Object(body) ? (body as Plan) : undefined);
  if (action === "open") return play.proxy.open();
  if (action === "stalled") return play.proxy.stalled(body as number);
  if (method === "DELETE") return play.proxy.close();
  return count(play);
}

const control = createHttpServer(async (request, response) => {
  try {
    const body = request.method === "POST" ? await json(request) : undefined;
    const answer = await direct(request.method ?? "", request.url ?? "", body);
    response.end(JSON.stringify(answer ?? {}));
  } catch (error) {
    response.writeHead(500).end(`${error}`);
  }
});
await new Promise<void>((resolve) => control.listen(0, HOST, resolve));
const origin = `http://${HOST}:${(control.address() as AddressInfo).port}`;
console.log(origin);

process.stdin.resume().on("end", async () => {
  await Promise.all(Object.values(houses).map(({ server }) => server.close({ graceMs: 0 })));
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
