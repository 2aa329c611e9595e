/** Boxes: what MP4 files consist of. Each has a length, a name of four letters, and content, which may be boxes. */

export type Content = Uint8Array | readonly Content[];

export function box(name: string, ...content: readonly Content[]): Uint8Array {
  const parts = flat(content);
  const length = 8 + parts.reduce((sum, part) => sum + part.length, 0);
  return joined([fields([4, length], name), ...parts]);
}

/** A box that begins with a version and flags. */
export function fullBox(
  name: string,
  version: number,
  flags: number,
  ...content: readonly Content[]
): Uint8Array {
  return box(name, fields([1, version], [3, flags]), ...content);
}

/** Numbers of so many bytes, the most significant first, and texts as they are. */
export function fields(...values: readonly (readonly [bytes: number, value: number] | string)[]): Uint8Array {
  const bytes: number[] = [];
  for (const value of values) {
    if (typeof value === "string") bytes.push(...Buffer.from(value, "utf8"));
    else {
      const [count, number] = value;
      for (let left = count - 1; left >= 0; left--) bytes.push(Math.floor(number / 256 ** left) % 256);
    }
  }
  return Uint8Array.from(bytes);
}

/** A table of numbers of four bytes, with their count in front of it. */
export function table(entries: readonly (readonly number[])[]): Uint8Array {
  return numbers([entries.length, ...entries.flat()]);
}

/** Numbers of four bytes. */
export function numbers(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value);
  return bytes;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function flat(content: readonly Content[]): Uint8Array[] {
  return content.flatMap((part) => (part instanceof Uint8Array ? [part] : flat(part)));
}
