/** Equality of JSON values, as a validator sees it: the order of an object's keys does not matter. */
export function equal(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) &&
      equal((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}

/** Whether `values` holds a value equal to `value`. */
export function includes(values: readonly unknown[], value: unknown): boolean {
  return values.some((one) => equal(one, value));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The keyword's value where it is the schema's own, so that a field named `constructor` is not found by accident. */
export function own<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

const LONGEST = 80;

/** A value as a sentence shows it: JSON on one line, cut where it is long. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Several values as a sentence shows them. */
export function listed(values: readonly unknown[]): string {
  return values.map(shown).join(", ");
}
