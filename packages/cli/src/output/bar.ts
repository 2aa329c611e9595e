export const SPINNER: readonly string[] = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** A part of 1 as a bar of so many characters. */
export function bar(part: number, width: number): string {
  const filled = Math.floor(within(part) * width + 1e-9);
  return "━".repeat(filled) + "╌".repeat(width - filled);
}

/** In whole steps, the last that has been reached: what is not done is not told as 100 %. */
export function percentage(progress: number, step = 1): string {
  // A hundred times 0.29 is a little less than 29.
  return `${Math.floor((within(progress) * 100) / step + 1e-9) * step} %`;
}

export function elapsed(since: number): string {
  const seconds = (Date.now() - since) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")} min`;
}

function within(part: number): number {
  return Math.min(Math.max(part, 0), 1);
}
