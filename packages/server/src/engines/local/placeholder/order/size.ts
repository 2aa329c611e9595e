import { choicesOf } from "@model-api/models";
import type { MediaKind } from "../../../engine.js";
import { nearestRatio, ratioOf, type Size } from "../../../sizes.js";
import type { Model } from "./field-meanings.js";
import type { RequestReader } from "./request-reader.js";
import { mergeShapes, readShape, type Shape, shapesInName, sizeOf } from "./shape.js";
import type { Sources } from "./sources.js";

/** The size of a picture or a video, by the request's fields, the model's id, and the files that it names, in this order. */
export async function readSize(
  kind: MediaKind,
  model: Model,
  reader: RequestReader,
  sources: Sources,
): Promise<Size> {
  const asked = shapeOfFields(model, reader);
  const { size, isReduced } = sizeOf(kind, await withSources(kind, asked.shape, model, sources));
  if (isReduced) {
    reader.note(
      asked.field,
      `it is more than a placeholder is drawn in; that is ${size.width} × ${size.height}`,
    );
  }
  return size;
}

function shapeOfFields(model: Model, reader: RequestReader): { shape: Shape; field: string } {
  const shapes = reader.all("shape");
  const read = (given: boolean): Shape[] =>
    shapes
      .filter((one) => one.given === given)
      .map(({ value }) => readShape(value))
      .filter((shape) => shape !== undefined);
  const [width] = reader.all("width");
  const [height] = reader.all("height");
  const edges = readShape({ width: Number(width?.value), height: Number(height?.value) });
  const areGiven = width?.given || height?.given;
  const shape = mergeShapes(
    [...(edges && areGiven ? [edges] : []), ...read(true)],
    [...read(false), ...(edges && !areGiven ? [edges] : []), ...shapesInName(model.metadata.model_id)],
  );
  return { shape, field: width?.name ?? shapes[0]?.name ?? "size" };
}

/** Where the fields say no ratio, it is that of the first picture, else of the first video. A video is as large as the one that it is made of. */
async function withSources(kind: MediaKind, shape: Shape, model: Model, sources: Sources): Promise<Shape> {
  if (shape.exact) return shape;
  const picture = shape.ratio === undefined ? await sources.picture() : undefined;
  if (picture) return { ...shape, ratio: derivedRatio(model, picture) ?? picture.width / picture.height };
  const isComplete =
    shape.ratio !== undefined && (shape.lines !== undefined || shape.thousands !== undefined);
  const film = kind === "video" && !isComplete ? await sources.film() : undefined;
  if (!film) return shape;
  const lines = shape.thousands === undefined ? { lines: Math.min(film.width, film.height) } : {};
  return { ratio: film.width / film.height, ...lines, ...shape };
}

/** Of a model whose schema says that its ratio, left out, is the nearest of its own. */
function derivedRatio({ inputSchema }: Model, picture: Size): number | undefined {
  const fields = Object.values(inputSchema.properties);
  const ratios = fields
    .filter((field) => field["x-derived-from"])
    .map(choicesOf)
    .find((values) => /:/.test(String(values?.[0])));
  return ratios && ratioOf(nearestRatio(picture, ratios.map(String)));
}
