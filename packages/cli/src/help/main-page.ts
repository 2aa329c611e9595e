import { EXIT_CODES } from "../exit-codes.js";
import { sections } from "../table/commands.js";
import { synopsis } from "./command-page.js";
import { definitions, wrap } from "./wrap.js";

const EXAMPLES = [
  "model-api run openai/gpt-image-2/edit --help",
  `model-api run openai/gpt-image-2/edit --images photo.png \\
    --prompt "Add a headline that reads 'OPEN STUDIO'"`,
  "model-api run openai/gpt-image-2/edit --batch shots.csv --concurrency 8 --output-dir out",
  "model-api serve",
];

/** Help of the whole: `model-api --help`. */
export function mainPage(width: number): string {
  return [
    "Usage: model-api <command> [flags]",
    "",
    ...wrap("Run hosted image and video models from a terminal, or serve the Model API yourself.", width, 0),
    ...sections.flatMap(({ title, commands }) => [
      "",
      `${title}:`,
      ...definitions(
        commands.filter(({ isHidden }) => !isHidden).map((entry) => [synopsis(entry), entry.summary]),
        width,
      ),
    ]),
    "",
    "Flags:",
    ...definitions(
      [
        ["--help", "show this; `model-api <command> --help` shows the flags of a command"],
        ["--version", "print the version"],
      ],
      width,
    ),
    "",
    "Exit codes:",
    ...definitions(
      EXIT_CODES.map(({ code, meaning }) => [String(code), meaning]),
      width,
    ),
    "",
    "Examples:",
    ...EXAMPLES.map((example) => `  ${example}`),
    "",
    "Unofficial: not affiliated with RunComfy, whose trademark RunComfy is.",
    "",
  ].join("\n");
}
