const MEBIBYTE = 2 ** 20;

/** A number of bytes, in MiB where it is a whole number of them. */
export function describeBytes(bytes: number): string {
  return bytes % MEBIBYTE === 0 ? `${bytes / MEBIBYTE} MiB` : `${bytes} bytes`;
}
