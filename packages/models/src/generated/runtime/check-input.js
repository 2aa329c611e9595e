// Generated from schemas/ by `pnpm codegen`. Do not edit.
import { nearest } from "./nearest.js";
/** All problems of an input, worded for a person: with suggestions, and with names that the model does not know. */
export function checkInput(model, input, options = {}) {
    const issues = (model.validator.validate(input).issues ?? []).map(withSuggestion);
    if (options.unknownFields === "refuse")
        issues.push(...unknownFields(input, Object.keys(model.inputSchema.properties)));
    return issues;
}
function withSuggestion(issue) {
    const suggestion = issue.allowed && nearest(String(issue.given), issue.allowed.map(String));
    return suggestion
        ? { ...issue, message: `${issue.message}, did you mean ${suggestion}?`, suggestion }
        : issue;
}
function unknownFields(input, known) {
    if (typeof input !== "object" || input === null)
        return [];
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
