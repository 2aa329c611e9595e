/** The CPU of many small calls through one client over that of bare fetch, once warm. usage: calls NAME URL; prints the ratio. */
import { type ContenderName, SMALL_GETS } from "./small-gets.js";

type Call = () => Promise<unknown>;

const [name, url = ""] = process.argv.slice(2);
const call = await SMALL_GETS[name as ContenderName](url);
const bare = await SMALL_GETS["bare fetch"](url);

const answer = JSON.stringify(await call());
if (!answer.includes("in_progress")) throw new Error(`${name} was answered ${answer}`);
// A process gets faster for some 3,000 calls; until then the compiling outweighs what the clients differ in.
const WARM_UP = 4000;
const PAIRS = 9;
/** Long enough that each block pays for the collections of its own garbage. */
const BLOCK = 1500;

async function cpuOf(one: Call, calls: number): Promise<number> {
  const before = process.cpuUsage();
  for (let done = 0; done < calls; done++) await one();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

await cpuOf(bare, WARM_UP);
await cpuOf(call, WARM_UP);
// What else the machine does slows neighbours alike, so each block is held against the one beside it, before and after in turn.
const ratios: number[] = [];
for (let pair = 0; pair < PAIRS; pair++) {
  const [first, second] = pair % 2 ? [bare, call] : [call, bare];
  const [one, other] = [await cpuOf(first, BLOCK), await cpuOf(second, BLOCK)];
  ratios.push(pair % 2 ? other / one : one / other);
}
ratios.sort((a, b) => a - b);
console.log(ratios[PAIRS >> 1]);
process.exit();
