/** What a name without its extension may have: systems take 255 bytes with it, and a number and a temporary ending come on top. */
const NAME_BYTES = 180;

/** Names that Windows keeps for devices, whatever stands after a dot. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9¹²³])(\.|$)/i;

/** A name that every platform takes and that never leaves its folder. */
export function safeName(name: string): string {
  const plain = name
    .normalize("NFC")
    // Anything but letters with their marks, digits, and three signs: no separators, no control characters, nothing that turns
    // the direction of writing.
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+/, "");
  const cut = cutTo(plain, NAME_BYTES).replace(/[.-]+$/, "");
  if (cut === "") return "output";
  return RESERVED.test(cut) ? `output-${cut}` : cut;
}

/** The beginning of a text, of at most so many bytes, and of whole characters. */
function cutTo(text: string, bytes: number): string {
  let length = 0;
  let cut = "";
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > bytes) break;
    cut += character;
  }
  return cut;
}

/** How names are compared: some systems take two names for one that differ in case, or in how accents are written. */
export const sameAs = (name: string): string => name.normalize("NFC").toLowerCase();

/** `name.png`, `name-2.png`, … */
export function* numbered(name: string, extension: string): Generator<string> {
  for (let number = 1; ; number++) yield `${name}${number === 1 ? "" : `-${number}`}${extension}`;
}
