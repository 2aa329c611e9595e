// Generated from schemas/ by `pnpm codegen`. Do not edit.
/**
 * Whether a model's id fits a pattern, in which `*` stands for any characters, slashes among them. Takes no longer than both are: a
 * regular expression of many stars could take for ever.
 */
export function fitsPattern(modelId, pattern) {
    const [first = "", ...rest] = pattern.split("*");
    const last = rest.pop();
    if (last === undefined)
        return modelId === pattern;
    if (!modelId.startsWith(first))
        return false;
    let end = first.length;
    for (const part of rest) {
        const found = modelId.indexOf(part, end);
        if (found < 0)
            return false;
        end = found + part.length;
    }
    return modelId.length - last.length >= end && modelId.endsWith(last);
}
