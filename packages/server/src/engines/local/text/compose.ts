/** Places several texts in one picture. Small ones come first: they need little, and a headline has more choice. */

import type { IgnoredInstruction } from "../../engine.js";
import { type Box, coveredShare } from "../composition.js";
import { alignmentOf, composeHeadline, type Scene } from "./headline.js";
import { type Alignment, typesetterOf } from "./ink.js";
import type { TextBlock } from "./layout.js";
import { fitBetween } from "./make-room.js";
import { boxAround, edgeOf, lineBoxes, type Reserved } from "./places.js";
import { composeSmallText, type SmallRole } from "./small-text.js";
import type { ComposedTexts, PreparedText } from "./texts.js";

export interface PlacedText {
  readonly text: PreparedText;
  readonly block: TextBlock;
  readonly alignment: Alignment;
  /** Of the lines' left ends, middles or right ends, and of the block's top, in pixels of the frame. */
  readonly edge: number;
  readonly top: number;
  /** What it takes up. A label's plate fills it. */
  readonly box: Box;
  /** Share of the subject that lies under it. */
  readonly covered: number;
}

/** Air between two texts, and between a text and a subject that makes room for it, as shares of the frame's height. */
const GAP = 0.02;
const AIR = 0.04;
/** A caption may cover this share of the subject before the subject is moved. */
const TOLERATED = 0.005;

interface State {
  scene: Scene;
  readonly placed: PlacedText[];
  readonly ignored: IgnoredInstruction[];
  readonly reserved: Box[];
}

export function composeAll(texts: readonly PreparedText[], scene: Scene): ComposedTexts {
  const state: State = { scene, placed: [], ignored: [], reserved: [] };
  for (const text of inOrder(texts)) {
    if (text.request.role === "headline") placeHeadline(text, state);
    else placeSmall(text, text.request.role, state);
  }
  makeRoomForCaptions(state, scene);
  const order = state.placed.sort((a, b) => texts.indexOf(a.text) - texts.indexOf(b.text));
  const { placement } = state.scene;
  const { subject } = scene;
  const placed = order.map((one) => ({
    ...one,
    covered: subject ? coveredShare(subject, placement, boxesOf(one)) : 0,
  }));
  return { placement, placed, ignored: state.ignored };
}

/** Captions, labels that have a place, headlines that have one, other headlines, other labels. */
function inOrder(texts: readonly PreparedText[]): PreparedText[] {
  const rank = ({ request }: PreparedText): number => {
    const free = request.position ? 0 : 1;
    return { caption: free, label: 2 + free * 4, headline: 3 + free }[request.role];
  };
  return [...texts].sort((a, b) => rank(a) - rank(b));
}

function placeHeadline(text: PreparedText, state: State): void {
  const { request, setting } = text;
  const { scene } = state;
  const composed = composeHeadline(request.text, typesetterOf(setting), scene, {
    ...(request.position && { position: request.position }),
    ...(request.size && { size: request.size }),
    reserved: reservedBy(state),
  });
  if (!composed) {
    const alone = composeHeadline(request.text, typesetterOf(setting), scene);
    refuse(text, alone ? "no room" : "too long", state);
    return;
  }
  const { block, top, covered } = composed.headline;
  const alignment = alignmentOf(request.position);
  const edge = edgeOf(scene.frame, alignment);
  const box = boxAround(lineBoxes(block, alignment, edge, top));
  // What stands around it was placed for the subject as it is now; a second headline must not move it again.
  state.scene = { ...scene, placement: composed.placement, movable: false };
  accept({ text, block, alignment, edge, top, box, covered }, state);
}

function placeSmall(text: PreparedText, role: SmallRole, state: State): void {
  const { request, setting } = text;
  const wish = {
    role,
    direction: setting.direction,
    ...(request.position && { position: request.position }),
    ...(request.size && { size: request.size }),
  };
  const composed = composeSmallText(
    request.text,
    typesetterOf(setting),
    state.scene,
    wish,
    reservedBy(state),
  );
  if ("reason" in composed) refuse(text, composed.reason, state);
  else accept({ text, ...composed, covered: 0 }, state);
}

function accept(placed: PlacedText, state: State): void {
  const gap = state.scene.frame.height * GAP;
  const { left, top, right, bottom } = placed.box;
  state.placed.push(placed);
  state.reserved.push({ left: left - gap, top: top - gap, right: right + gap, bottom: bottom + gap });
}

function refuse({ request }: PreparedText, reason: "too long" | "no room", { ignored }: State): void {
  ignored.push({
    instruction: request.words,
    reason:
      reason === "too long"
        ? "the text is too long to be legible in the picture"
        : "there is no room left for it beside the other texts",
  });
}

function reservedBy({ reserved, placed, scene }: State): Reserved {
  return { boxes: reserved, bands: bandsOf(placed, scene) };
}

/** What captions at the frame's upper and lower edge take of its height. */
function bandsOf(placed: readonly PlacedText[], { frame }: Scene): Reserved["bands"] {
  const bands = { top: 0, bottom: 0 };
  for (const { text, box } of placed) {
    if (text.request.role !== "caption") continue;
    const air = frame.height * AIR;
    if (box.bottom < frame.height * 0.3) bands.top = Math.max(bands.top, box.bottom + air);
    if (box.top > frame.height * 0.7) bands.bottom = Math.max(bands.bottom, frame.height - box.top + air);
  }
  return bands;
}

/** Where no headline has moved the subject, captions that would lie over it do. */
function makeRoomForCaptions(state: State, { subject, frame }: Scene): void {
  const { scene, placed } = state;
  if (!subject || !scene.movable) return;
  const captions = placed.filter(({ text }) => text.request.role === "caption");
  const covered = captions.map(({ box }) => coveredShare(subject, scene.placement, [box]));
  if (covered.every((share) => share <= TOLERATED)) return;
  const bands = bandsOf(placed, scene);
  const air = frame.height * AIR;
  const span = {
    from: subject.cut.top ? 0 : Math.max(bands.top, air),
    to: frame.height - (subject.cut.bottom ? 0 : Math.max(bands.bottom, air)),
  };
  const placement = fitBetween(span, scene, subject);
  if (placement) state.scene = { ...scene, placement };
}

function boxesOf({ text, block, alignment, edge, top, box }: PlacedText): Box[] {
  return text.request.role === "label" ? [box] : lineBoxes(block, alignment, edge, top);
}
