import { createHash, randomBytes } from "node:crypto";

const SECRET_BYTES = 16;
const MARK_BYTES = 8;

/**
 * A name for a file that is handed out as `<base>/files/<name>`. Its first part is the right to read the file, so nobody may guess
 * it; its second part says under which base it was handed out (see {@link belongsTo}).
 */
export function newUploadName(base: string, extension: string): string {
  const secret = randomBytes(SECRET_BYTES);
  return `${Buffer.concat([secret, markOf(secret, base)]).toString("base64url")}.${extension}`;
}

/** Whether a name was made for a base. */
export function belongsTo(base: string, name: string): boolean {
  const bytes = Buffer.from(name.slice(0, name.lastIndexOf(".")), "base64url");
  const [secret, mark] = [bytes.subarray(0, SECRET_BYTES), bytes.subarray(SECRET_BYTES)];
  return markOf(secret, base).equals(mark);
}

function markOf(secret: Uint8Array, base: string): Buffer {
  return createHash("sha256").update(secret).update(base).digest().subarray(0, MARK_BYTES);
}
