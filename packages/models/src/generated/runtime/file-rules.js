// Generated from schemas/ by `pnpm codegen`. Do not edit.
/** The rules that a file breaks, each as words that follow the file's name; empty when it breaks none that can be judged. */
export function brokenFileRules(rules, facts) {
    return rules.flatMap(({ measure, comparison, value, message }) => {
        const measured = measureOf(measure, facts);
        if (measured === undefined || (comparison === "<" ? measured < value : measured > value))
            return [];
        const shown = Math.round(measured * 1000) / 1000;
        const words = message ?? `must have ${measure.replaceAll("_", " ")} ${comparison} ${value}`;
        return [`${words}; it has ${shown}`];
    });
}
/** A megabyte counts as a mebibyte: the service is the judge, and refusing what it takes would be worse. */
function measureOf(measure, { bytes, width, height, seconds }) {
    switch (measure) {
        case "file_size_mb":
            return bytes && bytes / 2 ** 20;
        case "width_pixels":
            return width;
        case "height_pixels":
            return height;
        case "width/height":
            return width && height && width / height;
        case "height/width":
            return width && height && height / width;
        case "duration_seconds":
            return seconds;
        default:
            return undefined;
    }
}
