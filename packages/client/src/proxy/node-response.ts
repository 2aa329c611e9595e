import type { NodeResponse } from "./node-types.js";

/** Sends a web-standard answer by Node's, no faster than it is taken; ends early where the caller has left. */
export async function send(response: Response, outgoing: NodeResponse): Promise<void> {
  outgoing.statusCode = response.status;
  const cookies = response.headers.getSetCookie();
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  if (cookies.length) outgoing.setHeader("set-cookie", cookies);
  const reader = response.body?.getReader();
  let wake = () => {};
  for (const event of ["drain", "close"]) outgoing.on(event, () => wake());
  try {
    for (;;) {
      const { value } = (await reader?.read()) ?? {};
      if (!value) break;
      const isTaken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (outgoing.destroyed) return void reader?.cancel();
      if (!outgoing.write(value)) await isTaken;
    }
    outgoing.end();
  } catch {
    // The head has left, so that only a broken connection can still say that something is missing.
    outgoing.destroy();
  }
}
