import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { findBaseUrl, findCredentials, journal } from "@model-api/node";
import { EXIT } from "../exit-codes.js";
import { HOSTED, maskToken } from "../token.js";
import type { Finding } from "./checks.js";

const LEAST_NODE = [20, 19] as const;

export function checkNode(version: string = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isNew = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  const name = "Node.js";
  if (isNew) return { name, state: "good", detail: version };
  return {
    name,
    state: "bad",
    detail: `${version} is too old`,
    todo: `Install Node.js ${LEAST_NODE.join(".")} or newer.`,
  };
}

export function checkToken(): Finding {
  const name = "Token";
  try {
    const found = findCredentials();
    if (!found)
      return {
        name,
        state: "bad",
        detail: "there is none",
        todo: "Keep one with `model-api login`, or set RUNCOMFY_TOKEN.",
        exitCode: EXIT.noPermission,
      };
    const detail = `${maskToken(found.token)} from ${found.source}`;
    return found.warning
      ? { name, state: "warning", detail, todo: found.warning }
      : { name, state: "good", detail };
  } catch (error) {
    const detail = (error as Error).message;
    return {
      name,
      state: "bad",
      detail,
      todo: "`model-api login` writes it anew.",
      exitCode: EXIT.noPermission,
    };
  }
}

export function checkBaseUrl(given: string | undefined): Finding {
  const name = "Base URL";
  const source = given !== undefined ? "--base-url" : "RUNCOMFY_MODEL_API_BASE";
  const text = given ?? findBaseUrl();
  if (text === undefined) return { name, state: "good", detail: `${HOSTED}, the hosted service` };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username)
    return {
      name,
      state: "bad",
      detail: `${source} is no URL of a server`,
      todo: "It must be like https://host or https://host/v1, without a user and a password.",
      exitCode: EXIT.usage,
    };
  const detail = `${url.href.replace(/\/$/, "")}, from ${source}`;
  if (url.protocol === "http:" && !/^(localhost|127\.|\[::1\])/.test(url.hostname))
    return { name, state: "warning", detail, todo: "The token travels in clear there: use https." };
  return { name, state: "good", detail };
}

/** Which proxy the environment names for a URL. */
export function checkProxy(url: string, env: NodeJS.ProcessEnv = process.env): Finding {
  const name = "Proxy";
  const scheme = url.startsWith("http:") ? "HTTP" : "HTTPS";
  const variable = [`${scheme.toLowerCase()}_proxy`, `${scheme}_PROXY`].find((found) => env[found]);
  const exceptions = env.no_proxy ?? env.NO_PROXY;
  if (!variable) return { name, state: "good", detail: "none" };
  const value = env[variable] ?? "";
  const except = exceptions ? `, except for ${exceptions}` : "";
  if (!URL.canParse(value))
    return {
      name,
      state: "bad",
      detail: `${variable} is no URL`,
      todo: `Set it like http://proxy.example:3128, or unset ${variable}.`,
    };
  const { protocol, host } = new URL(value);
  return { name, state: "good", detail: `${protocol}//${host}, from ${variable}${except}` };
}

export function checkJournal(): Finding {
  const { dir } = journal();
  let folder = dir;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return { name: "Journal", state: "good", detail: dir };
  } catch {
    return {
      name: "Journal",
      state: "bad",
      detail: `${dir} cannot be written`,
      todo: "Set XDG_STATE_HOME to a folder of yours; --no-journal runs without one.",
    };
  }
}
