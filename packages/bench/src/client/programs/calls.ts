/** The CPU of many small calls through one client, once warm. usage: calls NAME URL; prints µs a call. */
import { type ContenderName, SMALL_GETS } from "./small-gets.js";

const [name, url = ""] = process.argv.slice(2);
const call = await SMALL_GETS[name as ContenderName](url);

const answer = JSON.stringify(await call());
if (!answer.includes("in_progress")) throw new Error(`${name} was answered ${answer}`);
// A process gets faster for some 3,000 calls; until then the compiling outweighs what the clients differ in.
const WARM_UP = 4000;
const BLOCKS = 8;
const BLOCK = 400;

async function cpuOf(calls: number): Promise<number> {
  const before = process.cpuUsage();
  for (let done = 0; done < calls; done++) await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

await cpuOf(WARM_UP);
const blocks: number[] = [];
for (let block = 0; block < BLOCKS; block++) blocks.push(await cpuOf(BLOCK));
// What the machine's other work adds to a block is no part of a client; the least disturbed block has least of it.
console.log(Math.min(...blocks));
process.exit();
