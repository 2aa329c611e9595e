/**
 * Carries out an edit plan, in a fixed order: the source is reshaped, what has to go is taken out, the subject is cut
 * out and put on its background, then light and colour, then texts, then a frame. Texts and frame come last so that no
 * mirror and no blur ever touches a letter.
 */

import { inputSchema } from "@model-api/models/openai/gpt-image-2/edit";
import { type Size, sizeOfOutput } from "../sizes.js";
import { type PlacedSubject, placeSubject } from "./composite.js";
import { visibleWindow } from "./composition.js";
import type { EditPlan } from "./instructions/plan.js";
import type { Job, JobResult } from "./job.js";
import { encodePicture, resample } from "./picture/codec.js";
import type { Plane, Raster } from "./picture/raster.js";
import { workingSizes } from "./quality.js";
import { adjusted } from "./stages/adjustments.js";
import { arranged } from "./stages/arrangement.js";
import { onBackdrop } from "./stages/backdrop.js";
import { framed, insideFrame } from "./stages/frame.js";
import { type Inputs, openInputs } from "./stages/inputs.js";
import { type Notes, takeNotes } from "./stages/notes.js";
import { placementOf, reportPlacement, reportResize } from "./stages/placement.js";
import { reshaped, withoutObjects } from "./stages/source.js";
import { findSubject, type Search } from "./stages/subject.js";
import { composeTexts, drawTexts, type PlacedText, prepareTexts } from "./text/texts.js";

export async function editPicture(job: Job): Promise<JobResult> {
  const { plan, images } = job;
  const notes = takeNotes();
  const inputs = openInputs(images, (picture) => largestShown(job, picture), notes);
  const { arrangement } = plan;
  const scene = arrangement
    ? await paintArrangement({ ...plan, arrangement }, job, inputs, notes)
    : await paintPhoto(plan, job, inputs, notes);
  const toned = adjusted(scene.picture, plan, scene.subject, notes);
  notes.applied.push(...drawTexts(toned, scene.texts, toned.alpha));
  const whole = framed(toned, scene.size, plan, notes);
  reportKept(plan, notes);
  const data = await encodePicture(whole, job.format, job.quality);
  return { data, applied: notes.applied, ignored: notes.ignored };
}

/** The picture before its light, texts and frame. */
interface Painted {
  readonly picture: Raster;
  /** With its frame, if it gets one. */
  readonly size: Size;
  /** Opacity of the subject in it, or why none is known. */
  readonly subject: Plane | string | undefined;
  readonly texts: readonly PlacedText[];
}

async function paintArrangement(
  plan: EditPlan & Required<Pick<EditPlan, "arrangement">>,
  job: Job,
  inputs: Inputs,
  notes: Notes,
): Promise<Painted> {
  const size = sizeOf(job, (await inputs.at(0)).original);
  const frame = insideFrame(size, plan);
  const picture = await arranged(plan, inputs, frame, notes);
  const placement = { scale: 1, picture: frame, left: 0, top: 0 };
  const texts = settle(plan, { frame, source: frame, placement, movable: false }, notes);
  return { picture, size, subject: "several pictures have no one subject", texts: texts.placed };
}

async function paintPhoto(plan: EditPlan, job: Job, inputs: Inputs, notes: Notes): Promise<Painted> {
  const sizes = workingSizes(job.quality);
  const input = await inputs.at(plan.source);
  const turned = await reshaped(input, plan, job.aspectRatio, notes);
  const isTurned = turned !== input && plan.source === 0;
  const size = sizeOf(job, isTurned ? turned : (await inputs.at(0)).original);
  const frame = insideFrame(size, plan);
  const source = await withoutObjects(turned, plan, notes);
  const search = needsSubject(plan, source) ? await findSubject(source, sizes) : undefined;
  const found = search?.found;
  const background = backgroundFor(plan, source, search, notes);
  const isPainted = background !== undefined && background.background.kind !== "blur";
  const free = isPainted && !plan.placementKept;
  const before = placementOf(source, frame, found?.outline, { background: background?.background, free });
  const movable = job.headlinePolicy === "make-room" && free;
  const subject = found && { subject: found.outline };
  const texts = settle(plan, { frame, source, placement: before, movable, ...subject }, notes);
  const { placement } = texts;
  reportResize(turned === input ? input.original : source, frame, placement, notes);
  const needsLayers =
    background !== undefined || plan.adjustments.some(({ adjustment }) => adjustment.scope !== "picture");
  const placed: PlacedSubject | undefined =
    found && needsLayers ? await placeSubject(source, found.matte, placement, frame) : undefined;
  const picture =
    background && placed
      ? await onBackdrop(placed, background, frame, { inputs, sizes, format: job.format }, notes)
      : await resample(source, placement.picture, visibleWindow(placement, frame));
  reportPlacement(placement, before, notes);
  return {
    picture,
    size,
    subject: placed?.alpha ?? (search && "reason" in search ? search.reason : undefined),
    texts: texts.placed,
  };
}

/** The shape follows the first picture, as it was turned and cropped, where the request does not say it. */
function sizeOf(job: Job, first: Size): Size {
  return sizeOfOutput(inputSchema, { resolution: job.resolution, aspect_ratio: job.aspectRatio }, first);
}

/** How large a picture may be shown: as the output, or, of one that is turned or cropped, larger in either direction. */
function largestShown(job: Job, picture: Size): Size {
  const size = sizeOf(job, picture);
  const edge = Math.max(size.width, size.height);
  return job.plan.reshapes.length > 0 ? { width: edge, height: edge } : size;
}

/** Looking for the subject takes longer than anything else, so it is done only where something depends on it. */
function needsSubject({ background, texts, adjustments }: EditPlan, source: Raster): boolean {
  if (background || texts.length > 0 || source.alpha) return true;
  return adjustments.some(({ adjustment }) => adjustment.scope !== "picture");
}

type Background = NonNullable<EditPlan["background"]>;

/** What to put behind the subject, if one was found; a picture that comes without a background keeps none. */
function backgroundFor(
  { background }: EditPlan,
  source: Raster,
  search: Search | undefined,
  notes: Notes,
): Background | undefined {
  if (background && search && !search.found)
    notes.left(background.words, `the photo was kept: ${search.reason}`);
  if (!search?.found) return undefined;
  if (background || !source.alpha) return background;
  return { background: { kind: "transparent" }, shadow: false, words: "" };
}

/** Fonts first, then places: a headline may want the subject to make room. */
function settle(plan: EditPlan, scene: Parameters<typeof composeTexts>[1], notes: Notes) {
  const prepared = prepareTexts(plan.texts.map(({ text, words }) => ({ ...text, words })));
  const composed = composeTexts(prepared.texts, scene);
  for (const { instruction, reason } of [...prepared.ignored, ...composed.ignored])
    notes.left(instruction, reason);
  return composed;
}

function reportKept(plan: EditPlan, notes: Notes): void {
  for (const words of plan.kept) notes.did("keep-subject", `Kept as asked: “${words}”.`);
  for (const words of plan.forbidden) notes.did("leave-out", `Left out as asked: “${words}”.`);
}
