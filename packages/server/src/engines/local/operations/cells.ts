/** Where several pictures lie in one frame. No picture is distorted; one may lose a little at its rim so that rows close. */

import type { Size } from "../../sizes.js";
import type { Window } from "../picture/codec.js";
import { mosaicOf } from "./mosaic.js";

/** A place in the frame, and the picture as it is scaled before the part for that place is taken out of its middle. */
export interface Cell {
  readonly place: Window;
  readonly scaled: Size;
}

/** Space between pictures and around them, as a share of the frame's short edge. */
const GUTTER = 0.014;
/** The share of a picture's width or height that may be cut off; where it would be more, the picture is shown whole. */
const LARGEST_CROP = 0.22;
/** Shapes that differ by less than this factor fill cells of one size. */
const ALIKE = 1.12;

export function gutterOf({ width, height }: Size): number {
  return Math.max(1, Math.round(Math.min(width, height) * GUTTER));
}

/** All as high as each other and as wide as their shape makes them, over the frame's width. */
export function rowCells(pictures: readonly Size[], frame: Size): Cell[] {
  const gutter = gutterOf(frame);
  const room = inside(frame, gutter);
  const total = pictures.reduce((sum, { width, height }) => sum + width / height, 0);
  const gaps = gutter * (pictures.length - 1);
  const natural = Math.max(1, room.width - gaps) / total;
  const crop = 1 - Math.min(natural / room.height, room.height / natural);
  if (crop <= LARGEST_CROP) return rowOf(pictures, room, gutter);
  const height = Math.min(natural, room.height);
  const width = height * total + gaps;
  const left = (frame.width - width) / 2;
  const top = Math.round((frame.height - height) / 2);
  return rowOf(pictures, { left, top, width, height: Math.max(1, Math.round(height)) }, gutter);
}

/** A row that fills a box: widths follow from the pictures' shapes. */
function rowOf(pictures: readonly Size[], box: Window, gutter: number): Cell[] {
  const total = pictures.reduce((sum, { width, height }) => sum + width / height, 0);
  const free = Math.max(pictures.length, box.width - gutter * (pictures.length - 1));
  let before = 0;
  return pictures.map((picture, index) => {
    const start = Math.round(box.left + (before / total) * free + gutter * index);
    before += picture.width / picture.height;
    const end = Math.round(box.left + (before / total) * free + gutter * index);
    const place = { left: start, top: box.top, width: Math.max(1, end - start), height: box.height };
    return { place, scaled: covering(picture, place) };
  });
}

function inside(frame: Size, gutter: number): Window {
  const width = Math.max(1, frame.width - 2 * gutter);
  const height = Math.max(1, frame.height - 2 * gutter);
  return { left: gutter, top: gutter, width, height };
}

/** As {@link rowCells}, from top to bottom. */
export function columnCells(pictures: readonly Size[], frame: Size): Cell[] {
  return rowCells(pictures.map(turned), turned(frame)).map(({ place, scaled }) => ({
    place: { left: place.top, top: place.left, width: place.height, height: place.width },
    scaled: turned(scaled),
  }));
}

const turned = ({ width, height }: Size): Size => ({ width: height, height: width });

/**
 * Pictures of different shapes close to rows of different heights, unless the number of columns is given. Otherwise cells
 * are of one size, and the pictures of a last row that is not full stand in its middle.
 */
export function gridCells(pictures: readonly Size[], frame: Size, columns?: number): Cell[] {
  return (columns === undefined && mosaicCells(pictures, frame)) || evenCells(pictures, frame, columns);
}

function mosaicCells(pictures: readonly Size[], frame: Size): Cell[] | undefined {
  const shapes = pictures.map(({ width, height }) => width / height);
  if (Math.max(...shapes) < Math.min(...shapes) * ALIKE) return undefined;
  const gutter = gutterOf(frame);
  const room = inside(frame, gutter);
  const mosaic = mosaicOf(pictures, room, gutter, LARGEST_CROP);
  if (!mosaic) return undefined;
  let first = 0;
  let top = room.top;
  return mosaic.counts.flatMap((count, row) => {
    const own = pictures.slice(first, first + count);
    first += count;
    const bottom = top + (mosaic.heights[row] ?? 0);
    const box = { ...room, top: Math.round(top), height: Math.max(1, Math.round(bottom) - Math.round(top)) };
    top = bottom + gutter;
    return rowOf(own, box, gutter);
  });
}

function evenCells(pictures: readonly Size[], frame: Size, columns: number | undefined): Cell[] {
  const across = Math.min(pictures.length, Math.max(1, columns ?? bestColumns(pictures, frame)));
  const down = Math.ceil(pictures.length / across);
  const gutter = gutterOf(frame);
  const edge = (length: number, count: number, index: number): number =>
    Math.round(gutter + (index * (length - gutter)) / count);
  return pictures.map((picture, index) => {
    const row = Math.floor(index / across);
    const free = Math.min(across, pictures.length - row * across);
    const shift = ((across - free) * (frame.width - gutter)) / across / 2;
    const column = index % across;
    const left = edge(frame.width, across, column);
    const top = edge(frame.height, down, row);
    const cell = {
      left: Math.round(left + shift),
      top,
      width: Math.max(1, edge(frame.width, across, column + 1) - gutter - left),
      height: Math.max(1, edge(frame.height, down, row + 1) - gutter - top),
    };
    return inCell(picture, cell);
  });
}

/** The number of columns with which the pictures, shown whole, are largest. */
function bestColumns(pictures: readonly Size[], frame: Size): number {
  let best = { columns: 1, area: 0 };
  for (let columns = 1; columns <= pictures.length; columns++) {
    const cell = {
      width: frame.width / columns,
      height: frame.height / Math.ceil(pictures.length / columns),
    };
    const area = pictures
      .map((picture) => fitting(picture, cell))
      .reduce((sum, { width, height }) => sum + width * height, 0);
    if (area > best.area) best = { columns, area };
  }
  return best.columns;
}

/** Fills the cell where little has to be cut off, else lies whole in its middle. */
function inCell(picture: Size, cell: Window): Cell {
  const scaled = covering(picture, cell);
  const kept = Math.min(cell.width / scaled.width, cell.height / scaled.height);
  if (kept >= 1 - LARGEST_CROP) return { place: cell, scaled };
  const whole = fitting(picture, cell);
  const place = {
    ...whole,
    left: cell.left + Math.round((cell.width - whole.width) / 2),
    top: cell.top + Math.round((cell.height - whole.height) / 2),
  };
  return { place, scaled: whole };
}

/** The smallest size of the picture's shape that covers a place. */
export function covering(picture: Size, place: Size): Size {
  const scale = Math.max(place.width / picture.width, place.height / picture.height);
  const up = (edge: number, least: number): number => Math.max(least, Math.ceil(edge * scale - 1e-6));
  return { width: up(picture.width, place.width), height: up(picture.height, place.height) };
}

/** The largest size of the picture's shape that fits into a place. */
export function fitting(picture: Size, place: Size): Size {
  const scale = Math.min(place.width / picture.width, place.height / picture.height);
  const down = (edge: number, most: number): number =>
    Math.min(Math.floor(most), Math.max(1, Math.round(edge * scale)));
  return { width: down(picture.width, place.width), height: down(picture.height, place.height) };
}
