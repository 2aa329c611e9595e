/**
 * Tone curves over sRGB values from 0 to 1. Black stays black, white stays white, and between them every curve rises:
 * nothing is clipped, so that no detail is lost, however strong the adjustment.
 */

import type { Strength } from "../instructions/operations.js";

export type Curve = (value: number) => number;
type Curves = readonly [red: Curve, green: Curve, blue: Curve];

/** How much steeper a bent curve begins. */
const BEND: Readonly<Record<Strength, number>> = { slight: 0.35, medium: 0.85, strong: 2 };
const STEEPNESS: Readonly<Record<Strength, number>> = { slight: 3, medium: 5, strong: 8 };
/** What distances from the pivot are multiplied with. */
const FLATNESS: Readonly<Record<Strength, number>> = { slight: 0.85, medium: 0.7, strong: 0.45 };
const TINT: Readonly<Record<Strength, number>> = { slight: 0.5, medium: 1, strong: 1.9 };

const bentUp =
  (bend: number): Curve =>
  (value) =>
    (value * (1 + bend)) / (1 + bend * value);
/** What undoes {@link bentUp}. */
const bentDown =
  (bend: number): Curve =>
  (value) =>
    value / (1 + bend * (1 - value));

export const lifted = (strength: Strength): Curve => bentUp(BEND[strength]);
export const lowered = (strength: Strength): Curve => bentDown(BEND[strength]);

/** An S through `pivot`, the level that stays as bright as it is. */
export function steepened(strength: Strength, pivot: number): Curve {
  const slope = STEEPNESS[strength];
  // A very dark or very bright picture would otherwise be bent at one end only.
  const middle = Math.min(0.65, Math.max(0.35, pivot));
  const sigmoid = (value: number): number => 1 / (1 + Math.exp(slope * (middle - value)));
  const [low, high] = [sigmoid(0), sigmoid(1)];
  const curve: Curve = (value) => (sigmoid(value) - low) / (high - low);
  // The ends are fixed, so the S may pass beside its pivot; a bend brings it back.
  const there = curve(middle);
  const exponent = Math.log(middle) / Math.log(there);
  return (value) => curve(value) ** exponent;
}

/** Towards `pivot`: black becomes dark grey, white light grey. */
export function flattened(strength: Strength, pivot: number): Curve {
  return (value) => pivot + (value - pivot) * FLATNESS[strength];
}

/** As under evening light: more red, less blue, paper a little creamy, and no brighter than before. */
export function warmed(strength: Strength): Curves {
  const tint = TINT[strength];
  return [bentUp(0.16 * tint), bentDown(0.025 * tint), dimmed(bentDown(0.2 * tint), 1 - 0.04 * tint)];
}

/** As in the shade: more blue, less red. */
export function cooled(strength: Strength): Curves {
  const tint = TINT[strength];
  return [dimmed(bentDown(0.2 * tint), 1 - 0.04 * tint), bentUp(0.04 * tint), bentUp(0.28 * tint)];
}

const dimmed =
  (curve: Curve, share: number): Curve =>
  (value) =>
    share * curve(value);
