/** The two faces of labels that the engine itself words, in Latin and Cyrillic. */

import type { Face } from "./faces.js";
import { shippedFace } from "./shipped-faces.js";

export function fontFor(use: "headline" | "text"): Face {
  return shippedFace("Montserrat", use === "headline" ? "bold" : "regular");
}
