// Generated from schemas/ by `pnpm codegen`. Do not edit.
/**
 * The candidates that a person most likely meant, the nearest first, at most `count`: those that differ in no more
 * than a third of the longer word. Case does not count.
 */
export function nearestOf(word, candidates, count) {
    const given = word.toLowerCase();
    const close = [];
    for (const candidate of candidates) {
        const limit = Math.max(1, Math.floor(Math.max(given.length, candidate.length) / 3));
        if (Math.abs(given.length - candidate.length) > limit)
            continue;
        const distance = editDistance(given, candidate.toLowerCase());
        if (distance <= limit)
            close.push({ candidate, distance });
    }
    close.sort((a, b) => a.distance - b.distance);
    return close.slice(0, count).map(({ candidate }) => candidate);
}
/** The candidate that a person most likely meant, or undefined when none is close. */
export function nearest(word, candidates) {
    return nearestOf(word, candidates, 1)[0];
}
/** Optimal string alignment distance: insertions, deletions, substitutions, and swaps of two neighbours. */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, at(beforeLast, j - 2) + 1);
            }
            row.push(cost);
        }
        beforeLast = last;
        last = row;
    }
    return at(last, b.length);
}
function at(row, index) {
    return row[index];
}
