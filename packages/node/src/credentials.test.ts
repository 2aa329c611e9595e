import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createTokenSource, findBaseUrl, findCredentials, tokenFile } from "./credentials.js";
import { rejection, temporaryFolder, write } from "./testing/set-up.js";
import { removeToken, saveToken } from "./token-file.js";

const isWindows = process.platform === "win32";

test("the token comes from RUNCOMFY_TOKEN, else from the token file; a file that others can read is warned of", () => {
  const folder = temporaryFolder();
  const env = { XDG_CONFIG_HOME: folder };
  expect(findCredentials(env)).toBeUndefined();
  mkdirSync(join(folder, "runcomfy"));
  const path = write(folder, "runcomfy/token.json", '{"token": "from-file"}');
  chmodSync(path, 0o600);
  expect(findCredentials(env)).toEqual({ token: "from-file", source: path });
  chmodSync(path, 0o644);
  if (!isWindows) expect(findCredentials(env)?.warning).toContain(`chmod 600 ${path}`);
  expect(findCredentials({ ...env, RUNCOMFY_TOKEN: " from-env " })).toEqual({
    token: "from-env",
    source: "RUNCOMFY_TOKEN",
  });
});

test.each(['"secret-text"', "secret-text", '{"token": 12, "secret-text": 1}', "{}"])(
  "a token file of %s is an error that does not tell what is in it",
  (text) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "runcomfy"));
    write(folder, "runcomfy/token.json", text);
    expect(() => findCredentials({ XDG_CONFIG_HOME: folder })).toThrow(/^(?!.*secret-text).*token\.json/);
  },
);

test("a configuration folder that is relative, or no folder, is as good as none", () => {
  expect(tokenFile({ XDG_CONFIG_HOME: "here" })).toBe(tokenFile({}));
  const file = write(temporaryFolder(), "file", "");
  expect(findCredentials({ XDG_CONFIG_HOME: file })).toBeUndefined();
});

test("a token is saved for its owner only, replaces what was there and keeps what others have put beside it", async () => {
  const folder = temporaryFolder();
  const env = { XDG_CONFIG_HOME: join(folder, "not", "there") };
  const path = await saveToken(" first ", env);
  expect(path).toBe(tokenFile(env));
  expect(findCredentials(env)).toEqual({ token: "first", source: path });
  if (!isWindows) expect(statSync(path).mode & 0o777).toBe(0o600);

  writeFileSync(path, '{"token": "first", "user": "me"}');
  chmodSync(path, 0o644);
  await saveToken("second", env);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ token: "second", user: "me" });
  if (!isWindows) expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(path, ".."))).toEqual(["token.json"]);

  expect([await removeToken(env), await removeToken(env)]).toEqual([true, false]);
  expect(findCredentials(env)).toBeUndefined();
});

test("what is no token is not saved, and no error says it", async () => {
  const folder = temporaryFolder();
  for (const token of ["", "two words", "line\nbreak", "grüße"]) {
    const error = await rejection(saveToken(token, { XDG_CONFIG_HOME: folder }));
    expect(error).toBeInstanceOf(TypeError);
    if (token) expect(error.message).not.toContain(token);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test("a token file that cannot be written is an error without the token", async () => {
  const file = write(temporaryFolder(), "file", "");
  const error = await rejection(saveToken("secret-token", { XDG_CONFIG_HOME: file }));
  expect(error.message).toMatch(/cannot be written/);
  expect(JSON.stringify([error, error.message, error.stack])).not.toContain("secret-token");
});

test("the token file is read once, when it is needed, and warned of once", async () => {
  const folder = temporaryFolder();
  vi.stubEnv("XDG_CONFIG_HOME", folder);
  vi.stubEnv("RUNCOMFY_TOKEN", "");
  const warnings: string[] = [];
  const token = createTokenSource((message) => warnings.push(message));
  const path = await saveToken("later", { XDG_CONFIG_HOME: folder });
  chmodSync(path, 0o640);
  expect([token(), token()]).toEqual(["later", "later"]);
  expect(warnings).toHaveLength(isWindows ? 0 : 1);
  vi.unstubAllEnvs();
});

test("the base URL comes from RUNCOMFY_MODEL_API_BASE", () => {
  expect(findBaseUrl({ RUNCOMFY_MODEL_API_BASE: " http://127.0.0.1:8787/v1 " })).toBe(
    "http://127.0.0.1:8787/v1",
  );
  expect(findBaseUrl({ RUNCOMFY_MODEL_API_BASE: "" })).toBeUndefined();
});
