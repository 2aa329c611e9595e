import { examples } from "@model-api/models/openai/gpt-image-2/edit";
import type { Edit } from "./editor.js";

/** One accepted picture. */
export interface GoldenCase {
  /** Of the file in `pictures`, and in the tests' titles. */
  readonly name: string;
  readonly edit: Edit;
  /** Wrong results by what is wrong with them: the fields of the edit that make one. Each must be refused. */
  readonly twins: Readonly<Record<string, Partial<Edit>>>;
}

const COFFEE = "coffee.png";
const OTTER = "photographs/otter.jpg";
const OSPREY = "photographs/osprey.jpg";
const CAMERAMAN = "photographs/cameraman.jpg";
const ROCKET = "photographs/rocket.jpg";
const SPICES = "photographs/spices.jpg";
const FLOWERS = "photographs/flowers.jpg";
const SATURN = "photographs/saturn.jpg";
const CAT = "photographs/cat.jpg";
const PORCELAIN = "photographs/porcelain.jpg";

/** What changes nothing that anyone would see: the wrong result of an instruction that is not carried out. */
const UNTOUCHED = "Keep everything unchanged";
const EXAMPLE = examples[0]?.input.prompt ?? "";

export const CASES: readonly GoldenCase[] = [
  {
    name: "the-pages-example",
    edit: { prompt: EXAMPLE, images: [COFFEE] },
    twins: {
      "one letter of the headline changed": { prompt: EXAMPLE.replace("STUDIO", "STUDIA") },
      "no headline": { prompt: EXAMPLE.replace(/add a large headline[^;]*;/, "") },
      "no shadow": { prompt: EXAMPLE.replace("with gentle floor shadow", "without a shadow") },
      "the background not replaced": { prompt: "Add a headline that reads 'OPEN STUDIO'" },
    },
  },
  {
    name: "plain-colour-russian",
    edit: { prompt: "Сделай фон тёмно-синим и добавь внизу заголовок «ДОБРОЕ УТРО»", images: [COFFEE] },
    twins: {
      "a neighbouring colour": {
        prompt: "Сделай фон синим и добавь внизу заголовок «ДОБРОЕ УТРО»",
      },
      "one letter of the headline changed": {
        prompt: "Сделай фон тёмно-синим и добавь внизу заголовок «ДОБРОЕ УТРА»",
      },
      "the headline at the top": {
        prompt: "Сделай фон тёмно-синим и добавь вверху заголовок «ДОБРОЕ УТРО»",
      },
    },
  },
  {
    name: "gradient",
    edit: { prompt: "Replace the background with a gradient from orange to purple", images: [COFFEE] },
    twins: {
      "its ends exchanged": { prompt: "Replace the background with a gradient from purple to orange" },
      "the background not replaced": { prompt: UNTOUCHED },
    },
  },
  {
    name: "blurred-background",
    edit: { prompt: "Blur the background", images: [OTTER] },
    twins: {
      "no blur": { prompt: UNTOUCHED },
      "the subject blurred as well": { prompt: "Blur the whole picture" },
    },
  },
  {
    name: "transparent",
    edit: { prompt: "Make the background transparent", images: [OSPREY] },
    twins: {
      "the background not removed": { prompt: UNTOUCHED },
      "a white background": { prompt: "Make the background white" },
    },
  },
  {
    name: "into-a-scene",
    edit: { prompt: "Put the bird from image 1 into the scene of image 2", images: [OSPREY, ROCKET] },
    twins: {
      "another scene": { images: [OSPREY, SATURN] },
      "the subject missing": { prompt: UNTOUCHED, images: [ROCKET] },
    },
  },
  {
    name: "object-removed",
    edit: { prompt: "Remove the object in the top-left corner", images: [OTTER] },
    twins: {
      "the object still there": { prompt: UNTOUCHED },
    },
  },
  {
    name: "headline-arabic",
    edit: { prompt: "Add the headline 'صباح الخير' at the bottom", images: [FLOWERS] },
    twins: {
      "one letter changed": { prompt: "Add the headline 'صباح الخين' at the bottom" },
      "its letters in the wrong order": { prompt: "Add the headline 'ريخلا حابص' at the bottom" },
    },
  },
  {
    name: "label-and-caption",
    edit: {
      prompt: "Add a label 'NEW −30 %' in the top-right corner and a caption 'Only this week' at the bottom",
      images: [COFFEE],
    },
    twins: {
      "the label in another corner": {
        prompt: "Add a label 'NEW −30 %' in the top-left corner and a caption 'Only this week' at the bottom",
      },
      "a digit of the label changed": {
        prompt:
          "Add a label 'NEW −80 %' in the top-right corner and a caption 'Only this week' at the bottom",
      },
      "a word of the caption changed": {
        prompt:
          "Add a label 'NEW −30 %' in the top-right corner and a caption 'Only this year' at the bottom",
      },
    },
  },
  {
    name: "greyscale-with-headline",
    edit: {
      prompt: "Make it black and white, with the headline 'SPICE MARKET' at the bottom",
      images: [SPICES],
    },
    twins: {
      "its colours kept": { prompt: "Add the headline 'SPICE MARKET' at the bottom" },
      sepia: { prompt: "Turn it into sepia, with the headline 'SPICE MARKET' at the bottom" },
    },
  },
  {
    name: "sepia-in-a-frame",
    edit: { prompt: "Turn the photo into sepia and add a thick white frame", images: [CAMERAMAN] },
    twins: {
      "no frame": { prompt: "Turn the photo into sepia" },
      "a frame of another width": { prompt: "Turn the photo into sepia and add a thin white frame" },
      "a black frame": { prompt: "Turn the photo into sepia and add a thick black frame" },
    },
  },
  {
    name: "warmer-and-brighter",
    edit: { prompt: "Make it warmer and a bit brighter", images: [PORCELAIN] },
    twins: {
      cooler: { prompt: "Make it cooler and a bit brighter" },
      "not brighter": { prompt: "Make it warmer" },
    },
  },
  {
    name: "contrast-and-colour",
    edit: { prompt: "Increase the contrast strongly and reduce the saturation", images: [CAT] },
    twins: {
      "less contrast": { prompt: "Reduce the contrast strongly and reduce the saturation" },
      "more colour": { prompt: "Increase the contrast strongly and increase the saturation" },
    },
  },
  {
    name: "mirrored",
    edit: { prompt: "Mirror it horizontally", images: [ROCKET] },
    twins: {
      "not mirrored": { prompt: UNTOUCHED },
      "upside down": { prompt: "Flip it vertically" },
    },
  },
  {
    name: "rotated",
    edit: { prompt: "Rotate it 90 degrees clockwise", images: [ROCKET] },
    twins: {
      "rotated the other way": { prompt: "Rotate it 90 degrees counterclockwise" },
    },
  },
  {
    name: "cropped",
    edit: { prompt: "Crop to 1:1", images: [OTTER] },
    twins: {
      "cropped to another ratio": { prompt: "Crop to 5:4" },
      "not cropped": { prompt: UNTOUCHED },
    },
  },
  {
    name: "side-by-side",
    edit: { prompt: "Put both pictures side by side", images: [COFFEE, FLOWERS] },
    twins: {
      "their order exchanged": { images: [FLOWERS, COFFEE] },
      "one above the other": { prompt: "Stack both pictures vertically" },
    },
  },
  {
    name: "grid",
    edit: { prompt: "Arrange the images in a grid", images: [COFFEE, FLOWERS, OTTER, SPICES] },
    twins: {
      "two of them exchanged": { images: [COFFEE, FLOWERS, SPICES, OTTER] },
      "one of them missing": { images: [COFFEE, FLOWERS, OTTER] },
    },
  },
  {
    name: "inset",
    edit: {
      prompt: "Put image 2 as an inset in the bottom-right corner of image 1",
      images: [SPICES, COFFEE],
    },
    twins: {
      "the inset in another corner": {
        prompt: "Put image 2 as an inset in the bottom-left corner of image 1",
      },
      "no inset": { prompt: UNTOUCHED, images: [SPICES] },
    },
  },
];
