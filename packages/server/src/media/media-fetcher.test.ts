import { expect, test } from "vitest";
import { EngineError, type MediaKind } from "../engines/engine.js";
import { createMediaFetcher, type MediaFetcherOptions } from "./media-fetcher.js";

const BASE64 =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const PNG = Buffer.from(BASE64, "base64");
const DATA_URI = `data:image/gif;base64,${BASE64}`;
const OWN = "https://models.example/files/0123456789abcdefghijklmnopqrstuv.png";
const never = new AbortController().signal;

const fetching = (uri: string, options: Partial<MediaFetcherOptions> = {}, kind: MediaKind = "image") =>
  createMediaFetcher({ allowLoopback: false, ...options })(uri, kind, never);

test("a data URI is decoded, and its type read from its bytes", async () => {
  expect(await fetching(DATA_URI)).toEqual({ bytes: PNG, mediaType: "image/png" });
});

test("an own file is read, never fetched", async () => {
  const asked: string[] = [];
  const readOwnFile = async (uri: string) => {
    asked.push(uri);
    return PNG;
  };
  expect(await fetching(OWN, { readOwnFile })).toEqual({ bytes: PNG, mediaType: "image/png" });
  expect(asked).toEqual([OWN]);
});

test("a data URI has the limit of bytes that a fetched file has", async () => {
  await expect(fetching(DATA_URI, { maxBytes: PNG.byteLength })).resolves.toBeDefined();
  await expect(fetching(DATA_URI, { maxBytes: PNG.byteLength - 1 })).rejects.toThrow(/larger than 69 bytes/);
});

/** A PNG that says it is this large, and is a few bytes. */
function bomb(width: number, height: number): Buffer {
  const bytes = Buffer.from(PNG);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

test("a bomb is refused, whichever way it comes", async () => {
  const bytes = bomb(65_535, 65_535);
  const says =
    /its header says 65535 × 65535 pixels, and an image may have 100 megapixels in all at most; use a smaller one/;
  await expect(fetching(`data:;base64,${bytes.toString("base64")}`)).rejects.toThrow(says);
  await expect(fetching(OWN, { readOwnFile: async () => bytes })).rejects.toThrow(says);
});

test("the limit of pixels is an option", async () => {
  const uri = `data:;base64,${bomb(1000, 2000).toString("base64")}`;
  await expect(fetching(uri, { maxPixels: 2_000_000 })).resolves.toBeDefined();
  await expect(fetching(uri, { maxPixels: 1_999_999 })).rejects.toThrow(/1000 × 2000 pixels/);
});

test("what is not of the kind that is wanted is refused, with both named", async () => {
  await expect(fetching(DATA_URI, {}, "video")).rejects.toThrow(
    "The video data:image/gif… could not be used: it is image/png, not a video.",
  );
  await expect(fetching("data:,hello")).rejects.toThrow(
    "The image data:… could not be used: it is of an unknown type, not an image.",
  );
});

test("a refusal is the caller's fault, and an error of the server's own is none", async () => {
  const error = await fetching("data:,%").catch((reason) => reason);
  expect(error).toBeInstanceOf(EngineError);
  expect(error.fault).toBe("input");
  const broken = new Error("disk");
  const readOwnFile = async () => Promise.reject(broken);
  await expect(fetching(OWN, { readOwnFile })).rejects.toBe(broken);
});
