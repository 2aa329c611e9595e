import { basename } from "node:path";
import { contactSheet } from "./contact-sheet.mjs";
import { alphaPrint, samePrint } from "./fingerprint.mjs";
import { galleryPage } from "./page.mjs";
import { onChequers, thumbnail } from "./pictures.mjs";
import { runEdit } from "./run-edit.mjs";

const CUT = "Make the background transparent";

/**
 * Runs everything; resolves with the files of the gallery, bytes by name, and the fingerprints of the cut-outs that are not the ones that
 * `cutOuts` was written about, by photograph.
 */
export async function makeGallery({ edits, cutOuts, server, folder }) {
  const files = new Map();
  const changed = new Map();
  const show = async (photograph) => {
    const name = `${stem(photograph)}.webp`;
    if (!files.has(name)) files.set(name, await thumbnail(photograph));
    return name;
  };

  const shown = [];
  for (const edit of edits) {
    const { path, report } = await runEdit(edit, { server, folder });
    const after = `after-${edit.name}.webp`;
    files.set(after, await thumbnail(path));
    const befores = [];
    for (const image of edit.images) befores.push(await show(image));
    shown.push({ ...edit, befores, after, report });
    console.log(`after-${edit.name}`);
  }

  const cut = [];
  for (const entry of cutOuts) {
    const { path, report } = await runEdit({ prompt: CUT, images: [entry.photograph] }, { server, folder });
    const refused = report.ignored.find(({ instruction }) => instruction.includes(CUT))?.reason;
    const print = refused ? "refused" : await alphaPrint(path);
    if (!samePrint(print, entry.seen)) changed.set(entry.photograph, print);
    const picture = refused ? undefined : `cut-${stem(entry.photograph)}.webp`;
    if (picture) files.set(picture, await onChequers(path));
    cut.push({ ...entry, before: await show(entry.photograph), picture, refused });
    console.log(`cut-${stem(entry.photograph)}${refused ? `: ${refused}` : ""}`);
  }

  const pairs = [
    ...shown.map(({ befores, after }) => ({ befores, after })),
    ...cut
      .filter(({ picture }) => picture)
      .map(({ before, picture }) => ({ befores: [before], after: picture })),
  ];
  const bytesOf = (name) => files.get(name);
  const sheet = pairs.map(({ befores, after }) => ({ befores: befores.map(bytesOf), after: bytesOf(after) }));
  files.set("contact-sheet.jpg", await contactSheet(sheet));
  files.set("README.md", Buffer.from(galleryPage({ edits: shown, cutOuts: cut })));
  return { files, changed };
}

function stem(photograph) {
  return basename(photograph).replace(/\.\w+$/, "");
}
