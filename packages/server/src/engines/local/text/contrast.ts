/** Contrast as WCAG 2 measures it. */

export type Rgb = readonly [number, number, number];

/** Of each 8-bit value: contrast is measured at millions of pixels. */
const LINEAR: Float64Array = Float64Array.from({ length: 256 }, (_, channel) => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** From 0 for black to 1 for white; channels are 8-bit sRGB. */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  return LINEAR[channel] ?? Number.NaN;
}

/** From 1 for equal colours to 21 for black on white; takes luminances. */
export function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
