/**
 * Draws a mask anew from its outlines, each smoothed along its length. Pixels step; the things in photographs do not.
 * A place where smoothing would move the outline far is a corner and keeps its shape.
 */

import { type Plane, planeOf, smoothstep } from "../picture/raster.js";
import type { Mask } from "./mask.js";
import { type OpenCv, withHeap } from "./opencv.js";

/** Smoothing along the outline, and how far a point may move, as shares of the mask's long edge. */
const SIGMA = 0.013;
const LIBERTY = 0.0055;
/** The outlines are filled at this many times the mask's size, which is what makes the result's edges soft. */
const OVERSAMPLING = 4;

/** The mask's coverage, 0 to 1. */
export function redrawn(cv: OpenCv, mask: Mask): Plane {
  return withHeap((own) => {
    const binary = own(
      cv.matFromArray(mask.height, mask.width, cv.CV_8UC1, mask.data as unknown as number[]),
    );
    const contours = own(new cv.MatVector());
    cv.findContours(binary, contours, own(new cv.Mat()), cv.RETR_CCOMP, cv.CHAIN_APPROX_NONE);
    const smooth = own(new cv.MatVector());
    for (let index = 0; index < contours.size(); index++) {
      const points = smoothed(own(contours.get(index)).data32S as Int32Array, mask);
      smooth.push_back(own(cv.matFromArray(points.length / 2, 1, cv.CV_32SC2, points)));
    }
    const size = { width: mask.width * OVERSAMPLING, height: mask.height * OVERSAMPLING };
    const large = own(new cv.Mat(size.height, size.width, cv.CV_8UC1, new cv.Scalar(0)));
    cv.fillPoly(large, smooth, new cv.Scalar(255));
    const small = own(new cv.Mat());
    cv.resize(large, small, new cv.Size(mask.width, mask.height), 0, 0, cv.INTER_AREA);
    const coverage = Uint8Array.from(small.data as Uint8Array);
    return planeOf(mask, (index) => (coverage[index] ?? 0) / 255);
  });
}

/** Interleaved x and y, in and out; the result counts in oversampled pixels. */
function smoothed(points: Int32Array, { width, height }: Mask): number[] {
  const edge = Math.max(width, height);
  const kernel = gaussian(Math.max(1, SIGMA * edge));
  const reach = (kernel.length - 1) / 2;
  const count = points.length / 2;
  const liberty = LIBERTY * edge;
  const result: number[] = [];
  for (let index = 0; index < count; index++) {
    const x = points[index * 2] ?? 0;
    const y = points[index * 2 + 1] ?? 0;
    let meanX = 0;
    let meanY = 0;
    for (let k = -reach; k <= reach; k++) {
      const other = (((index + k) % count) + count) % count;
      meanX += (kernel[k + reach] ?? 0) * (points[other * 2] ?? 0);
      meanY += (kernel[k + reach] ?? 0) * (points[other * 2 + 1] ?? 0);
    }
    const rim = Math.min(x, y, width - 1 - x, height - 1 - y);
    const free =
      smoothstep(0, reach, rim) * (1 - smoothstep(liberty, 2 * liberty, Math.hypot(meanX - x, meanY - y)));
    result.push(oversampled(x + (meanX - x) * free, width), oversampled(y + (meanY - y) * free, height));
  }
  return result;
}

/** The centre of a pixel, except at the rim, where the outline runs along the picture's own edge. */
function oversampled(position: number, length: number): number {
  if (position <= 0) return 0;
  if (position >= length - 1) return length * OVERSAMPLING - 1;
  return Math.round((position + 0.5) * OVERSAMPLING - 0.5);
}

function gaussian(sigma: number): number[] {
  const reach = Math.ceil(sigma * 2.5);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight / sum);
}
