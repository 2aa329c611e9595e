/** Counts the steps of reading a prompt, so that a test can see how they grow with its length. */
export interface Work {
  /** So far. */
  readonly steps: number;
  spend(steps: number): void;
}

export function countWork(): Work {
  let steps = 0;
  return {
    get steps() {
      return steps;
    },
    spend(more) {
      steps += more;
    },
  };
}
