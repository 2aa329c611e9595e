/** Import, construct, one call. usage: first-call NAME URL; prints the µs of CPU that the whole process has taken. */
import { type ContenderName, SMALL_GETS } from "./small-gets.js";

const [name, url = ""] = process.argv.slice(2);
const call = await SMALL_GETS[name as ContenderName](url);
await call();
const { user, system } = process.cpuUsage();
console.log(user + system);
process.exit();
