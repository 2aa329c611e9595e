/**
 * Finds the main subject with GrabCut, in three steps: a coarse cut that takes the picture's rim for background; a
 * second look at that rim, since a portrait runs out of the frame; a cut in a narrow band at a higher resolution.
 */

import type { Mat } from "@techstark/opencv-js";
import type { Size } from "../../sizes.js";
import type { Raster } from "../picture/raster.js";
import { bridged } from "./bridges.js";
import { looksLikeBackground } from "./holes.js";
import { type Mask, withoutCrumbs, withoutHoles } from "./mask.js";
import { type OpenCv, type Own, withHeap } from "./opencv.js";
import { smoothOutline } from "./outline.js";
import { segmentPlainGround } from "./plain-ground.js";

/** Long edges in pixels. The time grows a little faster than the area. */
const COARSE_EDGE = 300;
const FINE_EDGE = 640;
/** Width of the rim that counts as background at first, as a share of the edge. */
const RIM = 0.02;
/** Half the width of the band that is cut again, as a share of the long edge. */
const BAND = 0.012;
/** A second region is part of the subject from this share of the largest one. */
const CRUMB = 0.08;

/** The subject's mask, at most {@link FINE_EDGE} pixels long. The same picture always gives the same mask. */
export function segment(cv: OpenCv, picture: Raster): Mask {
  return withHeap((own) => {
    const source = own(
      cv.matFromArray(picture.height, picture.width, cv.CV_8UC3, picture.data as unknown as number[]),
    );
    const coarse = labAt(cv, own, source, fit(picture, COARSE_EDGE));
    const models = { background: own(new cv.Mat()), foreground: own(new cv.Mat()) };
    // OpenCV clusters colours from a random start; without a seed, a second run would differ from the first.
    cv.setRNGSeed(1);
    const labels = coarseLabels(cv, own, coarse, models);
    const tidy = cleaned(toMask(labels), coarse);
    const fine = labAt(cv, own, source, fit(picture, FINE_EDGE));
    const band = bandAround(cv, own, tidy, { width: fine.cols, height: fine.rows });
    if (!hasBothSides(band)) return tidy;
    cv.grabCut(
      fine,
      band,
      new cv.Rect(0, 0, 1, 1),
      models.background,
      models.foreground,
      1,
      cv.GC_INIT_WITH_MASK,
    );
    return smoothOutline(cv, cleaned(toMask(band), fine));
  });
}

/** The mask where the picture was taken on a plain ground, and nothing elsewhere; at most {@link FINE_EDGE} pixels long. */
export function segmentOnPlainGround(cv: OpenCv, picture: Raster): Mask | undefined {
  return withHeap((own) => {
    const source = own(
      cv.matFromArray(picture.height, picture.width, cv.CV_8UC3, picture.data as unknown as number[]),
    );
    const size = fit(picture, FINE_EDGE);
    const scaled = own(new cv.Mat());
    cv.resize(source, scaled, new cv.Size(size.width, size.height), 0, 0, cv.INTER_AREA);
    const lab = own(new cv.Mat());
    cv.cvtColor(scaled, lab, cv.COLOR_RGB2Lab);
    const copy = { ...size, data: Uint8Array.from(scaled.data as Uint8Array) };
    return segmentPlainGround(copy, Uint8Array.from(lab.data as Uint8Array));
  });
}

/** The picture's size, its long edge at most `edge`. */
function fit({ width, height }: Size, edge: number): Size {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Lab, because a distance there is closer to what an eye calls a different colour. */
function labAt(cv: OpenCv, own: Own, source: Mat, size: Size): Mat {
  const scaled = own(new cv.Mat());
  cv.resize(source, scaled, new cv.Size(size.width, size.height), 0, 0, cv.INTER_AREA);
  const lab = own(new cv.Mat());
  cv.cvtColor(scaled, lab, cv.COLOR_RGB2Lab);
  return lab;
}

interface Models {
  readonly background: Mat;
  readonly foreground: Mat;
}

function coarseLabels(cv: OpenCv, own: Own, lab: Mat, models: Models): Mat {
  const { cols: width, rows: height } = lab;
  const rim = { x: Math.max(2, Math.round(width * RIM)), y: Math.max(2, Math.round(height * RIM)) };
  const inner = new cv.Rect(rim.x, rim.y, width - 2 * rim.x, height - 2 * rim.y);
  const labels = own(new cv.Mat(height, width, cv.CV_8UC1, new cv.Scalar(cv.GC_BGD)));
  cv.grabCut(lab, labels, inner, models.background, models.foreground, 5, cv.GC_INIT_WITH_RECT);
  // A Mat's own property makes a new view of the heap at each access.
  const data = labels.data as Uint8Array;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const nearX = Math.min(width - rim.x - 1, Math.max(rim.x, x));
      const nearY = Math.min(height - rim.y - 1, Math.max(rim.y, y));
      if (nearX === x && nearY === y) continue;
      const inside = (data[nearY * width + nearX] ?? 0) & 1;
      data[y * width + x] = inside ? cv.GC_PR_FGD : cv.GC_PR_BGD;
    }
  }
  if (hasBothSides(labels)) {
    cv.grabCut(lab, labels, inner, models.background, models.foreground, 2, cv.GC_EVAL);
  }
  return labels;
}

/** Labels for the second cut: sure away from the edge, open in a band around it. */
function bandAround(cv: OpenCv, own: Own, mask: Mask, size: Size): Mat {
  const small = own(cv.matFromArray(mask.height, mask.width, cv.CV_8UC1, mask.data as unknown as number[]));
  const large = own(new cv.Mat());
  const wide = own(new cv.Mat());
  small.convertTo(wide, cv.CV_8UC1, 255);
  cv.resize(wide, large, new cv.Size(size.width, size.height), 0, 0, cv.INTER_LINEAR);
  cv.threshold(large, large, 127, 1, cv.THRESH_BINARY);
  const reach = 2 * Math.max(2, Math.round(Math.max(size.width, size.height) * BAND)) + 1;
  const disc = own(cv.getStructuringElement(cv.MORPH_ELLIPSE, new cv.Size(reach, reach)));
  const core = own(new cv.Mat());
  const halo = own(new cv.Mat());
  cv.erode(large, core, disc);
  cv.dilate(large, halo, disc);
  const labels = own(new cv.Mat(size.height, size.width, cv.CV_8UC1));
  const [data, probable, sure, near] = [labels, large, core, halo].map((mat) => mat.data as Uint8Array) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  for (let i = 0; i < data.length; i++) {
    const likely = probable[i] ? cv.GC_PR_FGD : cv.GC_PR_BGD;
    data[i] = sure[i] ? cv.GC_FGD : near[i] ? likely : cv.GC_BGD;
  }
  return labels;
}

/** GrabCut fails outright when one of its two colour models would be empty. */
function hasBothSides(labels: Mat): boolean {
  const data = labels.data as Uint8Array;
  let inside = 0;
  // Both labels of the foreground are odd.
  for (const label of data) inside += label & 1;
  // A handful of pixels is too little for the five components of a model.
  return inside > 50 && data.length - inside > 50;
}

function toMask(labels: Mat): Mask {
  const data = new Uint8Array(labels.data as Uint8Array);
  for (let index = 0; index < data.length; index++) data[index] = (data[index] ?? 0) & 1;
  return { width: labels.cols, height: labels.rows, data };
}

function cleaned(mask: Mask, lab: Mat): Mask {
  const pieces = withoutCrumbs(mask, CRUMB);
  const colours = Uint8Array.from(lab.data as Uint8Array);
  const whole = bridged(pieces, looksLikeBackground(pieces, colours));
  return withoutHoles(whole, looksLikeBackground(whole, colours));
}
