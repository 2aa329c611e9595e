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
      "one with a letter of the headline changed": { prompt: EXAMPLE.replace("STUDIO", "STUDIA") },
      "one without a headline": { prompt: EXAMPLE.replace(/add a large headline[^;]*;/, "") },
      "one without a shadow": { prompt: EXAMPLE.replace("with gentle floor shadow", "without a shadow") },
      "one with its own background": { prompt: "Add a headline that reads 'OPEN STUDIO'" },
    },
  },
  {
    name: "plain-colour-russian",
    edit: { prompt: "Сделай фон тёмно-синим и добавь внизу заголовок «ДОБРОЕ УТРО»", images: [COFFEE] },
    twins: {
      "one of a neighbouring colour": {
        prompt: "Сделай фон синим и добавь внизу заголовок «ДОБРОЕ УТРО»",
      },
      "one with a letter of the headline changed": {
        prompt: "Сделай фон тёмно-синим и добавь внизу заголовок «ДОБРОЕ УТРА»",
      },
      "one with its headline at the top": {
        prompt: "Сделай фон тёмно-синим и добавь вверху заголовок «ДОБРОЕ УТРО»",
      },
    },
  },
  {
    name: "gradient",
    edit: { prompt: "Replace the background with a gradient from orange to purple", images: [COFFEE] },
    twins: {
      "one with the ends of the gradient exchanged": {
        prompt: "Replace the background with a gradient from purple to orange",
      },
      "one with its own background": { prompt: UNTOUCHED },
    },
  },
  {
    name: "blurred-background",
    edit: { prompt: "Blur the background", images: [OTTER] },
    twins: {
      "one without blur": { prompt: UNTOUCHED },
      "one with the subject blurred as well": { prompt: "Blur the whole picture" },
    },
  },
  {
    name: "transparent",
    edit: { prompt: "Make the background transparent", images: [OSPREY] },
    twins: {
      "one with its own background": { prompt: UNTOUCHED },
      "one with a white background": { prompt: "Make the background white" },
    },
  },
  {
    name: "into-a-scene",
    edit: { prompt: "Put the bird from image 1 into the scene of image 2", images: [OSPREY, ROCKET] },
    twins: {
      "one in another scene": { images: [OSPREY, SATURN] },
      "one without the subject": { prompt: UNTOUCHED, images: [ROCKET] },
    },
  },
  {
    name: "object-removed",
    edit: { prompt: "Remove the object in the top-left corner", images: [OTTER] },
    twins: {
      "one with the object still there": { prompt: UNTOUCHED },
    },
  },
  {
    name: "headline-arabic",
    edit: { prompt: "Add the headline 'صباح الخير' at the bottom", images: [FLOWERS] },
    twins: {
      "one with another last letter": { prompt: "Add the headline 'صباح الخين' at the bottom" },
      "one with its letters in the wrong order": { prompt: "Add the headline 'ريخلا حابص' at the bottom" },
    },
  },
  {
    name: "label-and-caption",
    edit: {
      prompt: "Add a label 'NEW −30 %' in the top-right corner and a caption 'Only this week' at the bottom",
      images: [COFFEE],
    },
    twins: {
      "one with the label in another corner": {
        prompt: "Add a label 'NEW −30 %' in the top-left corner and a caption 'Only this week' at the bottom",
      },
      "one with another digit in the label": {
        prompt:
          "Add a label 'NEW −80 %' in the top-right corner and a caption 'Only this week' at the bottom",
      },
      "one with another word in the caption": {
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
      "one in colour": { prompt: "Add the headline 'SPICE MARKET' at the bottom" },
      "one in sepia": { prompt: "Turn it into sepia, with the headline 'SPICE MARKET' at the bottom" },
    },
  },
  {
    name: "sepia-in-a-frame",
    edit: { prompt: "Turn the photo into sepia and add a thick white frame", images: [CAMERAMAN] },
    twins: {
      "one without a frame": { prompt: "Turn the photo into sepia" },
      "one in a thin frame": { prompt: "Turn the photo into sepia and add a thin white frame" },
      "one in a black frame": { prompt: "Turn the photo into sepia and add a thick black frame" },
    },
  },
  {
    name: "warmer-and-brighter",
    edit: { prompt: "Make it warmer and a bit brighter", images: [PORCELAIN] },
    twins: {
      "a cooler one": { prompt: "Make it cooler and a bit brighter" },
      "one that is only warmer": { prompt: "Make it warmer" },
    },
  },
  {
    name: "contrast-and-colour",
    edit: { prompt: "Increase the contrast strongly and reduce the saturation", images: [CAT] },
    twins: {
      "one of less contrast": { prompt: "Reduce the contrast strongly and reduce the saturation" },
      "one of more colour": { prompt: "Increase the contrast strongly and increase the saturation" },
    },
  },
  {
    name: "mirrored",
    edit: { prompt: "Mirror it horizontally", images: [ROCKET] },
    twins: {
      "one that is not mirrored": { prompt: UNTOUCHED },
      "one that is upside down": { prompt: "Flip it vertically" },
    },
  },
  {
    name: "rotated",
    edit: { prompt: "Rotate it 90 degrees clockwise", images: [ROCKET] },
    twins: {
      "one rotated the other way": { prompt: "Rotate it 90 degrees counterclockwise" },
    },
  },
  {
    name: "cropped",
    edit: { prompt: "Crop to 1:1", images: [OTTER] },
    twins: {
      "one cropped to another ratio": { prompt: "Crop to 5:4" },
      "one that is not cropped": { prompt: UNTOUCHED },
    },
  },
  {
    name: "side-by-side",
    edit: { prompt: "Put both pictures side by side", images: [COFFEE, FLOWERS] },
    twins: {
      "one with the pictures exchanged": { images: [FLOWERS, COFFEE] },
      "one with the second below the first": { prompt: "Stack both pictures vertically" },
    },
  },
  {
    name: "grid",
    edit: { prompt: "Arrange the images in a grid", images: [COFFEE, FLOWERS, OTTER, SPICES] },
    twins: {
      "one with two pictures exchanged": { images: [COFFEE, FLOWERS, SPICES, OTTER] },
      "one with a picture missing": { images: [COFFEE, FLOWERS, OTTER] },
    },
  },
  {
    name: "inset",
    edit: {
      prompt: "Put image 2 as an inset in the bottom-right corner of image 1",
      images: [SPICES, COFFEE],
    },
    twins: {
      "one with the inset in another corner": {
        prompt: "Put image 2 as an inset in the bottom-left corner of image 1",
      },
      "one without an inset": { prompt: UNTOUCHED, images: [SPICES] },
    },
  },
];
