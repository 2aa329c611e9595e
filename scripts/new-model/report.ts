/** What a run has made. */
export interface Made {
  readonly path: string;
  readonly text: string;
  /** What a person should look at. */
  readonly guesses: readonly string[];
  readonly dryRun: boolean;
}

/** What a run tells: what was written, what was guessed, and what to do next. */
export function report({ path, text, guesses, dryRun }: Made): string[] {
  const found = guesses.map((guess) => `  guess  ${guess}`);
  if (dryRun)
    return [...text.trimEnd().split("\n"), ...found, `new-model: ${path} (dry run: nothing is written)`];
  return [
    `new-model: ${path}`,
    ...found,
    "",
    "Next:",
    `  1. Read ${path}. Change what is guessed wrong, and write what the vendor publishes besides: descriptions, "enum",`,
    '     "default", limits, the price, and under "examples" an input that works. schemas/model.schema.json says what there is.',
    "  2. npm run codegen                     types, validators and the registry",
    "  3. npx vitest run scripts/codegen      the file against what every model has to satisfy",
    "  4. npm run schemas:diff -- --write     the changeset",
  ];
}
