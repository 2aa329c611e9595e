/** Starts servers as tests do; prints how many milliseconds the first one and the second one took. */
import { createTestServer } from "@model-api/server/testing";

async function timed(): Promise<number> {
  const started = performance.now();
  const server = await createTestServer();
  const elapsed = performance.now() - started;
  await server.close();
  return elapsed;
}

console.log(JSON.stringify({ first: await timed(), next: await timed() }));
