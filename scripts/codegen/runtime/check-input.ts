import type { ValidationIssue } from "./issues.js";
import { nearest } from "./nearest.js";
import type { ModelValidator } from "./validator.js";

/** A problem of an input, with what a person most likely meant. */
export interface InputIssue extends ValidationIssue {
  /** The allowed value or name nearest to what was given. */
  readonly suggestion?: string;
}

/** What of a model's module the check needs. */
export interface CheckedModel {
  readonly inputSchema: { readonly properties: { readonly [field: string]: unknown } };
  readonly validator: ModelValidator<unknown>;
}

export interface CheckOptions {
  /**
   * What to do with fields that the schema does not name: the wire allows them; where a person types, refuse them.
   * @default "allow"
   */
  readonly unknownFields?: "allow" | "refuse";
}

/** All problems of an input, worded for a person: with suggestions, and with names that the model does not know. */
export function checkInput(model: CheckedModel, input: unknown, options: CheckOptions = {}): InputIssue[] {
  const issues = (model.validator.validate(input).issues ?? []).map(withSuggestion);
  if (options.unknownFields === "refuse")
    issues.push(...unknownFields(input, Object.keys(model.inputSchema.properties)));
  return issues;
}

function withSuggestion(issue: ValidationIssue): InputIssue {
  const suggestion = issue.allowed && nearest(String(issue.given), issue.allowed.map(String));
  return suggestion
    ? { ...issue, message: `${issue.message}, did you mean ${suggestion}?`, suggestion }
    : issue;
}

function unknownFields(input: unknown, known: readonly string[]): InputIssue[] {
  if (typeof input !== "object" || input === null) return [];
  return Object.keys(input)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const suggestion = nearest(name, known);
      const hint = suggestion ? `did you mean ${suggestion}?` : `its fields are ${known.join(", ")}`;
      const issue = {
        message: `is not a field of this model; ${hint}`,
        path: [name],
        keyword: "unknownField",
        allowed: known,
        given: name,
      };
      return suggestion ? { ...issue, suggestion } : issue;
    });
}
