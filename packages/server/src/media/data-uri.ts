import { GuardRefusal } from "../guard/refusal.js";
import { describeBytes } from "./describe-bytes.js";

/** The bytes of a `data:` URI (RFC 2397). One that holds more than `maxBytes`, or is malformed, is refused. */
export function readDataUri(uri: string, maxBytes: number): Uint8Array {
  const comma = uri.indexOf(",");
  if (comma < 0)
    throw new GuardRefusal("it is a malformed data URI; use data:image/png;base64, with the data behind");
  const isBase64 = /;base64$/i.test(uri.slice(0, comma));
  // Told from the length, before anything of that length is made of it: a byte takes no more characters than this.
  if (uri.length - comma - 1 > maxBytes * 3 + 3) throw tooLarge(maxBytes);
  const bytes = isBase64 ? decodeBase64(uri.slice(comma + 1), maxBytes) : decodePercent(uri.slice(comma + 1));
  if (bytes.byteLength > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

function tooLarge(maxBytes: number): GuardRefusal {
  return new GuardRefusal(`it is larger than ${describeBytes(maxBytes)}, which is the most that is taken`);
}

function decodeBase64(payload: string, maxBytes: number): Uint8Array {
  const text = payload.includes("%") ? decodePercent(payload).toString("latin1") : payload;
  // Four characters for three bytes.
  if (text.length > Math.ceil(maxBytes / 3) * 4) throw tooLarge(maxBytes);
  const match = /^([A-Za-z0-9+/_-]*)(={0,2})$/.exec(text);
  const [, digits = "", padding = ""] = match ?? [];
  const fits = padding ? (digits.length + padding.length) % 4 === 0 : digits.length % 4 !== 1;
  if (!match || !fits)
    throw new GuardRefusal("it is a data URI whose base64 is malformed or cut short; encode the file again");
  return Buffer.from(digits, "base64");
}

/** Bytes that are written as `%` and two hexadecimal digits, and characters that stand for themselves, as UTF-8. */
function decodePercent(payload: string): Buffer {
  if (/%(?![0-9a-f]{2})/i.test(payload))
    throw new GuardRefusal(
      "it is a data URI with a % that two hexadecimal digits do not follow; write it as %25",
    );
  const encoded = Buffer.from(payload);
  let size = 0;
  for (let i = 0; i < encoded.length; i++, size++) {
    if (encoded[i] !== 0x25) encoded[size] = encoded[i] as number;
    else {
      encoded[size] = Number.parseInt(encoded.toString("latin1", i + 1, i + 3), 16);
      i += 2;
    }
  }
  return encoded.subarray(0, size);
}
