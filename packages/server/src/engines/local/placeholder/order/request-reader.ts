import type { IgnoredInstruction, MediaKind } from "../../../engine.js";
import { type Meaning, type Model, type Said, said } from "./field-meanings.js";

/** Reads a request field by field, and keeps account of which fields have been followed. */
export interface RequestReader {
  /** The fields of that meaning that say something, which count as followed from now on. */
  all(meaning: Meaning): readonly Said[];
  text(meaning: Meaning): string | undefined;
  /** A number from 1 to `most`. One beyond is brought within, and that is noted. */
  number(meaning: Meaning, most: number): number | undefined;
  /** These fields have been followed. */
  follow(fields: readonly string[]): void;
  /** Notes why a field could not be followed as it is. */
  note(instruction: string, reason: string): void;
  /** What has not been followed, to the end of the reading. */
  ignored(kind: MediaKind): readonly IgnoredInstruction[];
}

export function createRequestReader(model: Model, input: Readonly<Record<string, unknown>>): RequestReader {
  const followed = new Set<string>();
  const notes: IgnoredInstruction[] = [];
  const words = said("words", model, input).map(({ name }) => name);

  const reader: RequestReader = {
    all(meaning) {
      const fields = said(meaning, model, input);
      reader.follow(fields.map(({ name }) => name));
      return fields;
    },
    text(meaning) {
      const value = reader.all(meaning)[0]?.value;
      return value === undefined ? undefined : String(value);
    },
    number(meaning, most) {
      const [first] = reader.all(meaning);
      const value = Number(first?.value);
      if (!first || !(value >= 1)) return undefined;
      if (value > most)
        reader.note(first.name, `${value} is more than a placeholder goes to; it is made with ${most}`);
      return Math.min(most, value);
    },
    follow(fields) {
      for (const name of fields) followed.add(name);
    },
    note(instruction, reason) {
      notes.push({ instruction, reason });
    },
    ignored(kind) {
      const given = Object.keys(input).filter((name) => input[name] !== undefined);
      const spoken = given.filter((name) => words.includes(name));
      const silent = given.filter((name) => !words.includes(name) && !followed.has(name));
      return [
        ...spoken.map((instruction) => ({
          instruction,
          reason: `the local engine has no ${kind} model; it makes a labelled placeholder instead`,
        })),
        ...silent.map((instruction) => ({ instruction, reason: "a placeholder does not follow it" })),
        ...notes,
      ];
    },
  };
  return reader;
}
