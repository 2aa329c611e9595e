/** Lightness as an eye sees it: sRGB's bytes to light and back, by table. */

/** Light, 0 to 1, of each byte. */
const LIGHT: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** Fine enough that every byte comes back as itself. */
const STEPS = 8192;
const BYTES: Uint8Array = Uint8Array.from({ length: STEPS + 1 }, (_, step) => {
  const light = step / STEPS;
  return Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));
});

/** The grey, 0 to 255, that sends out as much light as a colour does. */
export function greyOf(red: number, green: number, blue: number): number {
  const light = 0.2126 * (LIGHT[red] ?? 0) + 0.7152 * (LIGHT[green] ?? 0) + 0.0722 * (LIGHT[blue] ?? 0);
  return BYTES[Math.round(light * STEPS)] ?? 0;
}

/** The weighted sum of the bytes themselves: not light, but what a colour can be moved around without becoming brighter. */
export function lumaOf(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
