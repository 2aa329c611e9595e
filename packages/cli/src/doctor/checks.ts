/** What one look has found. */
export interface Finding {
  readonly name: string;
  readonly state: "good" | "warning" | "bad";
  readonly detail: string;
  /** What to do, where something is to be done. */
  readonly todo?: string;
  /** The code that the command ends with, where this is the worst. */
  readonly exitCode?: number;
}
