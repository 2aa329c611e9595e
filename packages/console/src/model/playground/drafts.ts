type Input = Readonly<Record<string, unknown>>;

/** What stands in forms that are not on the page, by the id of their model. Files stay files. */
const drafts = new Map<string, Input>();
/** What the same are kept under for as long as the tab is open, without their files. */
const STORED = "model-api-draft:";

/** Keeps what has been entered for a model, until the tab is closed or the key is left. */
export function keepDraft(modelId: string, input: Input): void {
  drafts.set(modelId, input);
  const text = Object.entries(input).flatMap(([name, value]) => {
    const kept = withoutFiles(value);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  try {
    if (text.length === 0) sessionStorage.removeItem(STORED + modelId);
    else sessionStorage.setItem(STORED + modelId, JSON.stringify(Object.fromEntries(text)));
  } catch {
    // The storage is full or off: then the draft is gone when the page is loaded again.
  }
}

/** What was entered for a model before; undefined where nothing was. */
export function draftOf(modelId: string): Input | undefined {
  const draft = drafts.get(modelId);
  if (draft) return draft;
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORED + modelId) ?? "null");
    return typeof kept === "object" && kept !== null ? (kept as Input) : undefined;
  } catch {
    return undefined;
  }
}

export function forgetDrafts(): void {
  drafts.clear();
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(STORED)) sessionStorage.removeItem(key);
}

/** A value without what only this page has, or what is a file as text; undefined where nothing is left. */
function withoutFiles(value: unknown): unknown {
  if (value instanceof Blob || (typeof value === "string" && value.startsWith("data:"))) return undefined;
  if (value instanceof URL) return value.href;
  if (!Array.isArray(value)) return value;
  const kept = value.map(withoutFiles).filter((item) => item !== undefined);
  return kept.length > 0 ? kept : undefined;
}
