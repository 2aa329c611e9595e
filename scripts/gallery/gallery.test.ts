import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const GALLERY = at("../../docs/gallery/");
const PHOTOGRAPHS = at("../../packages/e2e/fixtures/photographs/");

interface CutOut {
  readonly photograph: string;
  readonly wrong: string;
  readonly seen: string;
}
const cutOuts: readonly CutOut[] = JSON.parse(readFileSync(at("cut-outs.json"), "utf8"));
const page = readFileSync(`${GALLERY}README.md`, "utf8");

const pictures = readdirSync(PHOTOGRAPHS).filter((name) => name.endsWith(".jpg"));
const kilobytes = (folder: string, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + statSync(folder + name).size, 0) / 1024;

describe("the page", () => {
  test("shows each picture that lies beside it, and no other", () => {
    const shown = new Set([...page.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, name]) => name));
    expect([...shown].sort()).toEqual(
      readdirSync(GALLERY)
        .filter((name) => name !== "README.md")
        .sort(),
    );
  });

  test("says of every photograph what its cut-out gets wrong", () => {
    const named = cutOuts.map(({ photograph }) => photograph);
    expect(named.sort()).toEqual(["coffee.png", ...pictures.map((name) => `photographs/${name}`)].sort());
    for (const { photograph, wrong, seen } of cutOuts) {
      expect(wrong, photograph).toMatch(/\w.*\.$/);
      expect(seen, photograph).toMatch(/^(refused|[0-9a-f]{256})$/);
      expect(page).toContain(` | ${wrong} |`);
    }
  });

  test("is small enough for those who clone the repository", () => {
    expect(kilobytes(GALLERY, ["contact-sheet.jpg"])).toBeLessThan(400);
    expect(kilobytes(GALLERY, readdirSync(GALLERY))).toBeLessThan(3 * 1024);
    expect(kilobytes(PHOTOGRAPHS, pictures)).toBeLessThan(1.5 * 1024);
  });
});

test("whose a photograph is, and under which licence, is said of each", () => {
  const credits = readFileSync(`${PHOTOGRAPHS}README.md`, "utf8");
  for (const name of pictures) expect(credits).toContain(`| \`${name}\` |`);
});

describe("a cut-out that somebody has looked at", async () => {
  const { samePrint } = await import(new URL("./fingerprint.mjs", import.meta.url).href);
  const disc = Array.from({ length: 256 }, (_, cell) =>
    Math.hypot((cell % 16) - 7.5, Math.floor(cell / 16) - 7.5) < 6 ? "f" : "0",
  );
  /** Another level in so many of the disc's cells. */
  const changed = (cells: number, level: string): string => {
    let left = cells;
    return disc.map((old) => (old === "f" && left-- > 0 ? level : old)).join("");
  };

  test("is the same with a level more or less along its edge", () => {
    expect(samePrint(changed(16, "e"), disc.join(""))).toBe(true);
  });

  test("is another without a limb", () => {
    expect(samePrint(changed(8, "0"), disc.join(""))).toBe(false);
  });

  test("is another where the engine refuses to cut now, or did not cut then", () => {
    expect(samePrint("refused", disc.join(""))).toBe(false);
    expect(samePrint(disc.join(""), "refused")).toBe(false);
    expect(samePrint("refused", "refused")).toBe(true);
  });
});
