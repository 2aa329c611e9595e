import { sharp } from "./pictures.mjs";

/** Pixels. A pair is what went in, small, an arrow, and what came out. */
const COLUMNS = 3;
const PAIR = { width: 520, height: 236 };
const BEFORE = { width: 148, height: 150 };
const AFTER = { width: 306, height: 212 };
const GAP = 12;
const ARROW = 22;
const PAPER = "#f6f6f4";

/** All pairs on one sheet, a JPEG. */
export async function contactSheet(pairs) {
  const rows = Math.ceil(pairs.length / COLUMNS);
  const parts = [];
  for (const [index, { befores, after }] of pairs.entries()) {
    const left = (index % COLUMNS) * PAIR.width + GAP;
    const top = Math.floor(index / COLUMNS) * PAIR.height;
    const middle = top + PAIR.height / 2;
    parts.push(...(await beforePictures(befores, left, middle)));
    parts.push({ input: arrow(), left: left + BEFORE.width + GAP / 2, top: Math.round(middle - ARROW / 2) });
    parts.push(await placed(after, AFTER, left + BEFORE.width + ARROW + GAP, middle));
  }
  const size = { width: COLUMNS * PAIR.width, height: rows * PAIR.height, channels: 3 };
  return sharp({ create: { ...size, background: PAPER } })
    .composite(parts)
    .jpeg({ quality: 76, mozjpeg: true })
    .toBuffer();
}

/** One below the other, or in two columns where there are more than two. */
async function beforePictures(befores, left, middle) {
  const columns = befores.length > 2 ? 2 : 1;
  const rows = Math.ceil(befores.length / columns);
  const box = {
    width: Math.floor((BEFORE.width - 6 * (columns - 1)) / columns),
    height: Math.floor(AFTER.height / Math.max(rows, 1)) - 6,
  };
  if (rows === 1) box.height = BEFORE.height;
  return Promise.all(
    befores.map((picture, index) => {
      const column = index % columns;
      const row = Math.floor(index / columns);
      const centre = middle + (row - (rows - 1) / 2) * (box.height + 6);
      return placed(picture, box, left + column * (box.width + 6), centre);
    }),
  );
}

/** A picture as large as the box allows, in the box's middle. */
async function placed(picture, { width, height }, left, middle) {
  const { data, info } = await sharp(picture)
    .resize(width, height, { fit: "inside" })
    .png()
    .toBuffer({ resolveWithObject: true });
  return {
    input: data,
    left: Math.round(left + (width - info.width) / 2),
    top: Math.round(middle - info.height / 2),
  };
}

function arrow() {
  const path = `M2 ${ARROW / 2} H${ARROW - 6} M${ARROW - 12} ${ARROW / 2 - 6} L${ARROW - 5} ${ARROW / 2} L${ARROW - 12} ${ARROW / 2 + 6}`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${ARROW}" height="${ARROW}"><path d="${path}" fill="none" stroke="#555" stroke-width="2"/></svg>`,
  );
}
