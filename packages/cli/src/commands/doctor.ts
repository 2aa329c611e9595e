import { findBaseUrl, findCredentials } from "@model-api/node";
import type { Finding } from "../doctor/checks.js";
import { checkBaseUrl, checkJournal, checkNode, checkProxy, checkToken } from "../doctor/machine.js";
import { checkServer } from "../doctor/server.js";
import { EXIT } from "../exit-codes.js";
import { coloursOf } from "../output/colours.js";
import { printJson } from "../output/json.js";
import { print } from "../output/streams.js";
import type { Action } from "../table/command.js";
import { HOSTED } from "../token.js";

/** `model-api doctor`: ends with the code of the worst that it finds. */
export const doctor: Action = async (_, flags) => {
  const given = flags.baseUrl as string | undefined;
  const baseUrl = given ?? findBaseUrl() ?? HOSTED;
  const findings = [checkNode(), checkToken(), checkBaseUrl(given), checkProxy(baseUrl), checkJournal()];
  const canAsk = findings.every(
    ({ name, state }) => state !== "bad" || name === "Journal" || name === "Token",
  );
  if (canAsk) findings.push(...(await checkServer(baseUrl, tokenIfAny())));
  const bad = findings.filter(({ state }) => state === "bad");
  if (flags.json) printJson({ isHealthy: bad.length === 0, findings });
  else show(findings);
  if (bad.length > 0) process.exitCode = bad.find(({ exitCode }) => exitCode)?.exitCode ?? EXIT.failure;
};

function tokenIfAny(): string {
  try {
    return findCredentials()?.token ?? "none";
  } catch {
    return "none";
  }
}

function show(findings: readonly Finding[]): void {
  const { green, yellow, red, dim } = coloursOf(process.stdout);
  const marks = { good: green("✓"), warning: yellow("!"), bad: red("✗") };
  for (const { name, state, detail, todo } of findings) {
    print(`${marks[state]} ${name.padEnd(9)} ${detail}`);
    if (todo) print(dim(`            ${todo}`));
  }
}
