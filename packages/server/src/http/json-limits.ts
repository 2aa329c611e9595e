import { ApiError } from "./api-error.js";

/** Objects and arrays in each other. No model has more than a handful. */
const MAX_DEPTH = 100;
/** Fields and items in all. A file is one, however large it is. */
const MAX_MEMBERS = 100_000;

/**
 * Refuses a JSON text that is too deep or has too many parts. It is looked at before it is parsed: to parse 64 MiB of brackets takes
 * half a minute and gigabytes, in which nobody else is answered, and what walks a deep value afterwards runs out of stack.
 */
export function checkJsonLimits(text: string): void {
  let depth = 0;
  let members = 0;
  let strings = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x22: // "
        // A string is a field's name or one of the members.
        if (++strings > 2 * MAX_MEMBERS) throw tooManyMembers();
        i = endOfString(text, i);
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > MAX_DEPTH) throw tooDeep();
        if (++members > MAX_MEMBERS) throw tooManyMembers();
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
      case 0x2c: // ,
        if (++members > MAX_MEMBERS) throw tooManyMembers();
    }
  }
}

/** The place of the quote that ends the string which begins at `start`; that of the text's end where none does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

function tooDeep(): ApiError {
  return refuse(`must have at most ${MAX_DEPTH} objects and arrays in each other`);
}

function tooManyMembers(): ApiError {
  return refuse(`must have at most ${MAX_MEMBERS.toLocaleString("en")} fields and items in all`);
}

function refuse(message: string): ApiError {
  return new ApiError("invalid", `The body ${message}.`, { detail: [{ path: [], message }] });
}
