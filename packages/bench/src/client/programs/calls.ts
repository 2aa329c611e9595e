/** The CPU of many small calls through one client, once warm. usage: calls NAME URL COUNT; prints µs a call. */
import { type ContenderName, SMALL_GETS } from "./small-gets.js";

const [name, url = "", count] = process.argv.slice(2);
const call = await SMALL_GETS[name as ContenderName](url);

const answer = JSON.stringify(await call());
if (!answer.includes("in_progress")) throw new Error(`${name} was answered ${answer}`);
for (let done = 0; done < 500; done++) await call();

const before = process.cpuUsage();
for (let done = 0; done < Number(count); done++) await call();
const { user, system } = process.cpuUsage(before);
console.log((user + system) / Number(count));
process.exit();
