/** Carries out an edit prompt on a photograph. */

import { inputSchema } from "@model-api/models/openai/gpt-image-2/edit";
import type { AppliedOperation, IgnoredInstruction } from "../engine.js";
import { type Size, sizeOfOutput } from "../sizes.js";
import { composite, placeSubject } from "./composite.js";
import { coverPlacement, fitPlacement, type Placement, subjectOf, visibleWindow } from "./composition.js";
import { type Cutout, cutOut } from "./cutout/cutout.js";
import { type Matte, matteOfAlpha } from "./cutout/matte.js";
import type { EditPlan } from "./instructions/plan.js";
import { readPrompt } from "./instructions/read-prompt.js";
import type { Job, JobResult } from "./job.js";
import { type DecodedPicture, decodePicture, encodePicture, resample } from "./picture/codec.js";
import type { Plane, Raster } from "./picture/raster.js";
import { enlarge, shrink } from "./picture/resample.js";
import { floorShadow } from "./studio/shadow.js";
import { paintSweep } from "./studio/sweep.js";
import { applyInk } from "./text/colour.js";
import { uncovered } from "./text/coverage.js";
import { fontFor } from "./text/fonts.js";
import { type Composition, composeHeadline } from "./text/headline.js";
import { drawCentred, measureWith } from "./text/ink.js";

/** Long edges in pixels of the copies that edges, shadows and compositions are computed on. */
const MATTE_EDGE = 1600;
const SHADOW_EDGE = 1024;
const COMPOSITION_EDGE = 256;

/** Air around a subject that has to be made smaller to fit, as a share of the frame. */
const FIT_MARGIN = 0.06;

interface Notes {
  readonly applied: AppliedOperation[];
  readonly ignored: IgnoredInstruction[];
}

export async function editPicture(job: Job & { readonly image: Uint8Array }): Promise<JobResult> {
  const photo = await decodePicture(job.image, "images[0]");
  const fields = { resolution: job.resolution, aspect_ratio: job.aspectRatio };
  const frame = sizeOfOutput(inputSchema, fields, photo.raster);
  const { plan, ignored } = readPrompt(job.prompt);
  const notes: Notes = { applied: [], ignored: [...ignored] };
  const picture = await paint(photo, plan, frame, job.headlinePolicy === "make-room", notes);
  reportKept(plan, notes);
  return { data: await encodePicture(picture, job.format), ...notes };
}

async function paint(
  photo: DecodedPicture,
  plan: EditPlan,
  frame: Size,
  mayMove: boolean,
  notes: Notes,
): Promise<Raster> {
  const source = photo.raster;
  const headline = drawable(plan, notes);
  const cutout = plan.background || headline ? await subjectIn(photo) : undefined;
  const matte = cutout?.found ? cutout.matte : undefined;
  const subject = matte && subjectOf(shrink(matte.alpha, COMPOSITION_EDGE));
  const background = subject && plan.background;
  if (plan.background && cutout?.found === false) {
    notes.ignored.push({
      instruction: plan.background.words,
      reason: `the photo was kept: ${cutout.reason}`,
    });
  }
  const free = background !== undefined && !plan.placementKept;
  const placement =
    free && subject
      ? fitPlacement(source, frame, subject, FIT_MARGIN)
      : coverPlacement(source, frame, subject);
  const font = fontFor("headline");
  const movable = mayMove && free;
  const scene = { frame, source, placement, movable, ...(subject && { subject }) };
  const composed = headline ? composeHeadline(headline, measureWith(font), scene) : undefined;
  const placed = composed?.placement ?? placement;
  notes.applied.push({ operation: "resize", detail: resizeSentence(source, frame, placed) });
  const picture =
    background && matte
      ? await onSweep(source, matte, placed, frame, background, notes)
      : await resample(source, placed.picture, visibleWindow(placed, frame));
  reportPlacement(placed, placement, notes);
  if (composed && headline) drawHeadline(picture, composed, headline, notes);
  else if (headline && plan.headline) {
    notes.ignored.push({
      instruction: plan.headline.words,
      reason: "the text is too long to be legible in the picture",
    });
  }
  return picture;
}

/** The headline's text if the font can draw all of it; a character that it lacks would come out as a box. */
function drawable(plan: EditPlan, notes: Notes): string | undefined {
  if (!plan.headline) return undefined;
  const missing = uncovered(plan.headline.text, fontFor("headline").coverage);
  if (missing.length === 0) return plan.headline.text;
  const characters = missing.map((character) => `“${character}”`).join(", ");
  notes.ignored.push({ instruction: plan.headline.words, reason: `the engine's font has no ${characters}` });
  return undefined;
}

/** A picture that comes with transparency has been cut out already. */
async function subjectIn({ raster, alpha }: DecodedPicture): Promise<Cutout> {
  if (alpha) return { found: true, matte: matteOfAlpha(alpha, raster) };
  const scale = Math.min(1, MATTE_EDGE / Math.max(raster.width, raster.height));
  const size = { width: Math.round(raster.width * scale), height: Math.round(raster.height * scale) };
  return cutOut(scale < 1 ? await resample(raster, size, { ...size, left: 0, top: 0 }) : raster);
}

async function onSweep(
  source: Raster,
  matte: Matte,
  placement: Placement,
  frame: Size,
  { tone, shadow }: NonNullable<EditPlan["background"]>,
  notes: Notes,
): Promise<Raster> {
  const subject = await placeSubject(source, matte, placement, frame);
  const darkness = shadow ? shadowOf(subject.alpha, frame) : undefined;
  const shade = !shadow
    ? ""
    : darkness
      ? ", with a soft shadow on the floor"
      : ", without a shadow: the subject runs out of the frame";
  notes.applied.push({
    operation: "replace-background",
    detail: `Cut the subject out and put it on a ${TONES[tone]} studio sweep${shade}.`,
  });
  return composite(paintSweep(frame, tone, darkness), subject);
}

const TONES = { white: "white", "white-to-grey": "white to soft grey", grey: "soft grey" } as const;

function shadowOf(alpha: Plane, frame: Size): Plane | undefined {
  const shadow = floorShadow(shrink(alpha, SHADOW_EDGE));
  return shadow && enlarge(shadow, frame);
}

function drawHeadline(picture: Raster, { headline }: Composition, text: string, notes: Notes): void {
  const font = fontFor("headline");
  const ink = drawCentred(headline.block, font, picture.width / 2, headline.top);
  const { colour, contrast, veil } = applyInk(picture, ink);
  const covered =
    headline.covered > 0.0005 ? `; it covers ${(headline.covered * 100).toFixed(1)} % of the subject` : "";
  const veiled = veil > 0 ? ", on a veil" : "";
  notes.applied.push({
    operation: "add-headline",
    detail:
      `Drew “${text}” in ${font.title}, ${headline.block.size} px, ${colour}${veiled}, contrast ` +
      `${contrast.toFixed(1)}:1${covered}.`,
  });
}

function resizeSentence(source: Size, frame: Size, placement: Placement): string {
  const cropped = placement.picture.width > frame.width + 1 || placement.picture.height > frame.height + 1;
  return (
    `Scaled the photo from ${source.width}×${source.height} to ${frame.width}×${frame.height}` +
    `${cropped ? ", cropping what did not fit" : ""}.`
  );
}

/** Says where the picture's corner went and how large it is, in the frame's pixels, if it is not where it was. */
function reportPlacement(placed: Placement, before: Placement, notes: Notes): void {
  if (placed.scale >= 1) return;
  const { scale, picture, left, top } = placed;
  const at = `scale ${scale.toFixed(3)}, the photo as ${picture.width}×${picture.height} at x ${left}, y ${top}`;
  const reason = placed === before ? "fit into the frame" : "leave room for the headline";
  notes.applied.push({
    operation: "place-subject",
    detail: `Made the subject smaller, to ${reason}: ${at}.`,
  });
}

function reportKept(plan: EditPlan, notes: Notes): void {
  for (const words of plan.kept) {
    notes.applied.push({
      operation: "keep-subject",
      detail: `Nothing but a headline was drawn over the subject, as asked: “${words}”.`,
    });
  }
}
