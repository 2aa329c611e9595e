/**
 * What a placeholder sounds like: a soft note each second, that dies away. The first one is higher and the last one lower, so that one
 * hears where the sound begins, how far it has come, and that it has not been cut off.
 */

export interface Melody {
  /** Length in seconds. */
  readonly duration: number;
}

/** Frequencies in hertz. */
const FIRST = 660;
const MIDDLE = 440;
const LAST = 330;

/** Loudest sample of a note; 1 is full scale. Quiet, yet audible. */
const PEAK = 0.12;
/** Seconds in which a note has risen, and in which it falls to about a third. */
const RISE = 0.015;
const FALL = 0.6;
/** Seconds in which the whole ends. */
const END = 0.2;

/** The frequency of the note that sounds at a time, in hertz. A last note that would be very short is left out. */
export function frequencyAt(seconds: number, { duration }: Melody): number {
  const index = Math.floor(seconds);
  const last = Math.max(0, Math.ceil(duration - 0.5) - 1);
  if (index >= last) return index === 0 ? FIRST : LAST;
  return index === 0 ? FIRST : MIDDLE;
}

/** How loud the sound is at a time, from 0 to 1. */
export function loudnessAt(seconds: number, { duration }: Melody): number {
  if (seconds < 0 || seconds >= duration) return 0;
  const last = Math.max(0, Math.ceil(duration - 0.5) - 1);
  const age = seconds - Math.min(Math.floor(seconds), last);
  const end = Math.min(1, (duration - seconds) / END);
  return PEAK * Math.min(1, age / RISE) * Math.exp(-age / FALL) * end;
}
