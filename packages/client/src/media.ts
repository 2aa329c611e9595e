/**
 * What a media file is, by its bytes: for adapters.
 *
 * @packageDocumentation
 */

export { imageSize } from "./prepare/image-size.js";
export { SNIFF_LENGTH, sniffMediaType } from "./prepare/sniff.js";
