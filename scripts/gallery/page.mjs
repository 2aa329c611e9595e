/** The gallery as a Markdown page. */
export function galleryPage({ edits, cutOuts }) {
  return [
    "<!-- Made by `npm run gallery`. Do not edit: scripts/gallery has the prompts and the lines. -->",
    "# Gallery",
    "",
    "What the server's `local` engine makes of photographs: offline, free, with ordinary image processing. It is not the model, and says so. Under each",
    "picture is what it says it has done, and what it has left, word for word from its report. The photographs and whose they are:",
    "[packages/e2e/fixtures/photographs](../../packages/e2e/fixtures/photographs/README.md).",
    "",
    "![Pairs of pictures, before and after](contact-sheet.jpg)",
    "",
    "## Edits",
    "",
    ...edits.flatMap(editSection),
    "## Cut-outs, with what they get wrong",
    "",
    "“Make the background transparent”, for each photograph. The engine has no weights: it knows nothing of people or cups, only that a subject differs from",
    "what is around it. Where it does not trust its cut it keeps the photograph and says why. The right column was written by a person who looked.",
    "",
    "| photograph | cut-out | what it gets wrong |",
    "| --- | --- | --- |",
    ...cutOuts.map(cutOutRow),
    "",
  ].join("\n");
}

function editSection({ title, prompt, befores, after, report, note }) {
  const pictures = befores.map((name) => `![before](${name})`);
  return [
    `### ${title}`,
    "",
    `> ${prompt}`,
    "",
    "| before | after |",
    "| --- | --- |",
    `| ${pictures.join("<br>")} | ![after](${after}) |`,
    "",
    ...report.applied.map(({ operation, detail }) => `- ${operation}: ${escaped(detail)}`),
    ...report.ignored.map(
      ({ instruction, reason }) => `- **left**: “${escaped(instruction)}”: ${escaped(reason)}`,
    ),
    "",
    ...(note ? [note, ""] : []),
  ];
}

function cutOutRow({ kind, before, picture, refused, wrong }) {
  const result = picture ? `![cut out](${picture})` : `refused: ${refused}`;
  return `| ![${kind}](${before})<br>${kind} | ${result} | ${wrong} |`;
}

/** So that a text of the engine is that text and nothing else on the page. */
function escaped(text) {
  return text.replace(/[\\`*_{}[\]<>|#]/g, "\\$&").replace(/\s+/g, " ");
}
