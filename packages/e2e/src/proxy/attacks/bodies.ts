import { connect } from "node:net";
import { expect, test } from "vitest";
import type { Scene } from "../contract.js";
import { attacker, INPUT, JSON_TYPE, MODEL } from "./attacker.js";

/** Submits that are none, and those that are too much. */
export function badBodies(scene: () => Scene): void {
  const { ask, through } = attacker(scene);

  test("a form, a text and what is no JSON are no submits", async () => {
    const calls = await through(async () => {
      for (const init of [
        { body: new URLSearchParams({ prompt: "x" }) },
        { body: INPUT, headers: { "content-type": "text/plain" } },
        { body: `${INPUT}}`, headers: JSON_TYPE },
        { body: "[]", headers: JSON_TYPE },
      ])
        expect((await ask("POST", MODEL, init)).status).toBe(400);
    });
    expect(calls).toEqual([]);
  });

  test("a body that is too large, or says that it is, or has no end, is refused before it is passed on", async () => {
    const { host } = scene();
    const { hostname, port, pathname } = new URL(host.baseUrl);
    const head = `POST ${pathname}${MODEL} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer alice\r\ncontent-type: application/json\r\n`;
    const calls = await through(async () => {
      const announced = connect(Number(port), hostname);
      announced.write(`${head}content-length: 99999999999\r\n\r\n{`);
      expect(await firstLine(announced)).toContain(" 413 ");

      const endless = connect(Number(port), hostname);
      endless.write(`${head}transfer-encoding: chunked\r\n\r\n`);
      const chunk = `${(2 ** 20).toString(16)}\r\n${" ".repeat(2 ** 20)}\r\n`;
      const more = () => {
        while (!endless.destroyed && endless.write(chunk));
      };
      endless.on("drain", more);
      more();
      // Who is still sending when the connection is closed may lose the answer; what counts is that it ends, and that nothing was passed on.
      expect(await firstLine(endless)).toMatch(/ 413 |closed without an answer/);
    });
    expect(calls).toEqual([]);
  });
}

async function firstLine(socket: ReturnType<typeof connect>): Promise<string> {
  // It may be cut off as soon as it has the answer.
  socket.on("error", () => {});
  const line = await new Promise<string>((resolve) => {
    socket.once("data", (chunk) => resolve(`${chunk}`.split("\r\n")[0] ?? ""));
    socket.once("close", () => resolve("closed without an answer"));
  });
  socket.destroy();
  return line;
}
