/**
 * The candidates that a person most likely meant, the nearest first, at most `count`: those that differ in no more
 * than a third of the longer word. Case does not count.
 */
export function nearestOf(word: string, candidates: Iterable<string>, count: number): string[] {
  const room = (candidate: string) => Math.max(1, Math.max(word.length, candidate.length) / 3);
  return (
    [...candidates]
      // Words differ in their lengths at least: what somebody sent by mistake may be megabytes long.
      .filter((candidate) => Math.abs(word.length - candidate.length) <= room(candidate))
      .map((candidate) => ({
        candidate,
        distance: editDistance(word.toLowerCase(), candidate.toLowerCase()),
      }))
      .filter(({ candidate, distance }) => distance <= room(candidate))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, count)
      .map(({ candidate }) => candidate)
  );
}

/** The candidate that a person most likely meant, or undefined when none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestOf(word, candidates, 1)[0];
}

/** Levenshtein's distance: insertions, deletions and substitutions. */
function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = i - 1;
    row[0] = i;
    for (let j = 1; j < row.length; j++) {
      const above = row[j] as number;
      const change = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, above + 1, (row[j - 1] as number) + 1);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}
