import { isRequestId } from "../identifiers.js";
import { base64, bytesOf, hmac } from "../signing/hmac.js";
import { isSame } from "../signing/is-same.js";

/**
 * Request ids that only one caller can use. A ticket is the id and, behind it, a signature over it and the caller's name: it has
 * the form of an id, it needs no store, and nobody can make one.
 */
export interface Tickets {
  /** The ticket of an id; undefined where the id is none, or leaves no room for the signature. */
  seal(caller: string, id: unknown): Promise<string | undefined>;
  /** The id of a ticket; undefined where it is not this caller's. */
  open(caller: string, ticket: string): Promise<string | undefined>;
}

/** Characters of a signature: 132 bits of its 256, six for each. */
const LENGTH = 22;

/** @param secrets the first one signs; all of them are believed */
export function createTickets(secrets: readonly string[]): Tickets {
  async function sign(secret: string, caller: string, id: string): Promise<string> {
    // As JSON, so that no caller and id can be cut into another caller and id.
    const message = JSON.stringify(["model-api-proxy/ticket/1", caller, id]);
    const signature = base64(await hmac(bytesOf(secret), bytesOf(message)));
    return signature.slice(0, LENGTH).replaceAll("+", "-").replaceAll("/", "_");
  }

  return {
    async seal(caller, id) {
      if (!isRequestId(id)) return undefined;
      const ticket = id + (await sign(secrets[0] ?? "", caller, id));
      return isRequestId(ticket) ? ticket : undefined;
    },
    async open(caller, ticket) {
      const id = ticket.slice(0, -LENGTH);
      const given = ticket.slice(-LENGTH);
      let isRight = false;
      // All of them, also after the right one.
      for (const secret of secrets) isRight = isSame(given, await sign(secret, caller, id)) || isRight;
      return isRight && isRequestId(id) ? id : undefined;
    },
  };
}
