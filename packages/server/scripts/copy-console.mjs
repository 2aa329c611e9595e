// The console is private, and reaches people with this package: the build puts what it has built beside the server's own code.
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const from = fileURLToPath(new URL("../../console/dist", import.meta.url));
const to = fileURLToPath(new URL("../dist/console-app", import.meta.url));

rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true });
