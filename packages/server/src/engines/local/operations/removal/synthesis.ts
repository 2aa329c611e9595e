/** Fills a hole from coarse to fine, at each size by turns: find similar patches, then let them vote for the colours. */

import { type OpenCv, withHeap } from "../../cutout/opencv.js";
import { type Fields, fieldsOf, type HoledPicture, halved } from "./canvas.js";
import {
  carriedOver,
  improve,
  type Matches,
  measured,
  randomMatches,
  steadyRandom,
  voted,
} from "./patches.js";

/** The coarsest copy is the one whose shorter edge is not below this. */
const COARSEST_EDGE = 24;
/** Turns at the coarsest copy, and at the finest. */
const TURNS = { coarsest: 10, finest: 3 };
const PASSES = 3;
/** The fewest patches that are worth searching in. */
const FEWEST_SOURCES = 30;
const INPAINTED = 4;

export interface Filled {
  readonly picture: HoledPicture;
  readonly fields: Fields;
  readonly matches: Matches;
  /** Colours by vote, in the hole and a little around it. */
  readonly votes: Float32Array;
}

/** Undefined where too little of the picture is known to fill the rest from. */
export function synthesised(cv: OpenCv, picture: HoledPicture): Filled | undefined {
  const levels = [picture];
  for (let last = picture; Math.min(last.width, last.height) >= 2 * COARSEST_EDGE; ) {
    last = halved(last);
    levels.push(last);
  }
  const random = steadyRandom(1);
  let coarse: { readonly matches: Matches; readonly width: number } | undefined;
  let filled: Filled | undefined;
  for (let level = levels.length - 1; level >= 0; level--) {
    const current = levels[level];
    if (!current) break;
    const fields = fieldsOf(current);
    if (fields.sources.length < FEWEST_SOURCES) continue;
    let { colours } = coarse ? current : inpainted(cv, current);
    let matches = coarse
      ? carriedOver(current, fields, coarse.matches, coarse.width, random)
      : randomMatches({ ...current, colours }, fields, random);
    if (coarse) colours = withVotes(current, voted(current, fields, matches));
    let votes = colours;
    const share = levels.length > 1 ? level / (levels.length - 1) : 1;
    const turns = Math.round(TURNS.finest + (TURNS.coarsest - TURNS.finest) * share);
    for (let turn = 0; turn < turns; turn++) {
      const estimate = { ...current, colours };
      // The estimate has changed, so what the patches were worth has to be measured again.
      matches = measured(estimate, fields, matches.from);
      for (let pass = 0; pass < PASSES; pass++) improve(estimate, fields, matches, pass % 2 === 0, random);
      votes = voted(estimate, fields, matches);
      colours = withVotes(current, votes);
    }
    filled = { picture: { ...current, colours }, fields, matches, votes };
    coarse = { matches, width: current.width };
  }
  return filled?.picture.width === picture.width ? filled : undefined;
}

function withVotes({ colours, hole }: HoledPicture, votes: Float32Array): Float32Array {
  return colours.map((value, at) => (hole[Math.floor(at / 3)] ? (votes[at] ?? 0) : value));
}

/** A first estimate: the colours around the hole, continued along their edges. */
function inpainted(cv: OpenCv, picture: HoledPicture): HoledPicture {
  const { width, height, colours, hole } = picture;
  return withHeap((own) => {
    const bytes = Uint8Array.from(colours, Math.round);
    const source = own(cv.matFromArray(height, width, cv.CV_8UC3, bytes as unknown as number[]));
    const mask = own(cv.matFromArray(height, width, cv.CV_8UC1, hole as unknown as number[]));
    const result = own(new cv.Mat());
    cv.inpaint(source, mask, result, INPAINTED, cv.INPAINT_TELEA);
    return { ...picture, colours: Float32Array.from(result.data as Uint8Array) };
  });
}
