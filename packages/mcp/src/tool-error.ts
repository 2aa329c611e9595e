import type { InputIssue } from "@model-api/client";

/** Words that tell one refusal of this server from another, beside the codes of the client's errors. */
export type RefusalCode =
  | "cost_guard"
  | "model_not_allowed"
  | "unknown_model"
  | "invalid_input"
  | "local_file"
  | "declined";

/** What a tool refuses by itself. The message says what was asked, why not, and what to do; nothing was submitted. */
export class ToolError extends Error {
  override readonly name = "ToolError";
  readonly code: RefusalCode;
  readonly issues: readonly InputIssue[];
  /** More for a program: estimates, options by name. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    code: RefusalCode,
    message: string,
    {
      issues = [],
      ...facts
    }: { readonly issues?: readonly InputIssue[]; readonly [fact: string]: unknown } = {},
  ) {
    super(message);
    this.code = code;
    this.issues = issues;
    this.facts = facts;
  }
}
