import { main } from "./dispatch.js";

await main(process.argv.slice(2));
