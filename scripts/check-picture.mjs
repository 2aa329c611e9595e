// Checks the picture that `npm run demo` ended with: a PNG of 1248 × 832 pixels, bright at its edges.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [path] = process.argv.slice(2);
const bytes = readFileSync(path);
const isPng = bytes.subarray(1, 4).toString("latin1") === "PNG";
const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
if (!isPng || width !== 1248 || height !== 832)
  throw new Error(`${path} is no PNG of 1248 × 832 pixels (${width} × ${height})`);

// The photograph's corners are dark wood; the sweep's are not.
const sharp = createRequire(new URL("../packages/server/package.json", import.meta.url))("sharp");
const corner = await sharp(bytes).extract({ left: 0, top: 0, width: 40, height: 40 }).toBuffer();
const { channels } = await sharp(corner).stats();
const brightness = Math.min(...channels.slice(0, 3).map(({ mean }) => mean));
if (brightness < 200)
  throw new Error(`the background was not replaced: the corner's brightness is ${brightness.toFixed(0)}`);
console.log(`${path}: ${width} × ${height} PNG, corner brightness ${brightness.toFixed(0)}`);
