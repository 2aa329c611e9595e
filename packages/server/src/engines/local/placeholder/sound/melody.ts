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

/** The number of the last note, from 0. One that would be very short is left out: the one before it lasts longer. */
export function lastNote({ duration }: Melody): number {
  return Math.max(0, Math.ceil(duration - 0.5) - 1);
}

/** The frequency of the note that sounds at a time, in hertz. */
export function frequencyAt(seconds: number, melody: Melody): number {
  const note = Math.floor(seconds);
  if (note === 0) return FIRST;
  return note >= lastNote(melody) ? LAST : MIDDLE;
}

/** How loud the sound is at a time, from 0 to 1. Each note begins anew, and but for the last one they are all as loud. */
export function loudnessAt(seconds: number, melody: Melody): number {
  const { duration } = melody;
  if (seconds < 0 || seconds >= duration) return 0;
  const age = seconds - Math.min(Math.floor(seconds), lastNote(melody));
  const end = Math.min(1, (duration - seconds) / END);
  return PEAK * Math.min(1, age / RISE) * Math.exp(-age / FALL) * end;
}
