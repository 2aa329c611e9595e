import type { Plan } from "./plan.js";

/** What a scenario asks for before it begins. */
export interface SceneWish {
  /** Whether submitted requests run at once, or wait behind one that never ends. */
  readonly queue: "moving" | "blocked";
  /** Whether a request is there already. */
  readonly prepared: "nothing" | "queued" | "completed";
}

/** Where one scenario plays: a proxy of its own, and an API key of its own. Plain data. */
export interface Scene {
  /** The proxy. */
  readonly baseUrl: string;
  readonly token: string;
  /** The request that was prepared. */
  readonly requestId?: string;
  /** Where the scene is told what to do. */
  readonly control: string;
}

/** What the two ends have counted. */
export interface Tally {
  /** Calls of the plan's route that the proxy has seen. */
  readonly tries: number;
  /** Ids of all requests of this key, as the server lists them. */
  readonly requests: readonly string[];
  /** How they stand, in the same order. */
  readonly states: readonly string[];
}

/** Speaks to the program that plays the scenes; in any runtime. */
export async function openScene(stage: string, wish: SceneWish): Promise<Scene> {
  return (await tell(`${stage}/scenes`, "POST", wish)) as Scene;
}

export async function followPlan(scene: Scene, plan: Plan | undefined): Promise<void> {
  await tell(`${scene.control}/plan`, "POST", plan ?? {});
}

/** Ends the refusing of connections. */
export async function stopRefusing(scene: Scene): Promise<void> {
  await tell(`${scene.control}/open`, "POST", {});
}

/** Resolves when so many calls hang. */
export async function untilStalled(scene: Scene, count: number): Promise<void> {
  await tell(`${scene.control}/stalled`, "POST", count);
}

export async function tally(scene: Scene): Promise<Tally> {
  return (await tell(scene.control, "GET")) as Tally;
}

export async function closeScene(scene: Scene): Promise<void> {
  await tell(scene.control, "DELETE");
}

async function tell(url: string, method: string, body?: object | number): Promise<unknown> {
  const response = await fetch(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${text}`);
  return JSON.parse(text);
}
