/**
 * The sequence numbers of what is in a queue, in order, so that a request's place in it is found without counting those ahead of it.
 * Numbers are added at the end and taken from the front, nearly always; both are cheap, and elsewhere costs one move of memory.
 */
export class QueueOrder {
  #seqs: number[];
  /** Where the queue begins; what stands before has been taken. */
  #start = 0;

  /** `seqs` in ascending order. */
  constructor(seqs: number[] = []) {
    this.#seqs = seqs;
  }

  get size(): number {
    return this.#seqs.length - this.#start;
  }

  add(seq: number): void {
    const at = this.#find(seq);
    if (this.#seqs[at] === seq) return;
    if (at === this.#seqs.length) this.#seqs.push(seq);
    else this.#seqs.splice(at, 0, seq);
  }

  remove(seq: number): void {
    const at = this.#find(seq);
    if (this.#seqs[at] !== seq) return;
    if (at !== this.#start) this.#seqs.splice(at, 1);
    else if (++this.#start > 1024 && this.#start * 2 > this.#seqs.length) {
      this.#seqs = this.#seqs.slice(this.#start);
      this.#start = 0;
    }
  }

  /** How many stand before this number. */
  ahead(seq: number): number {
    return this.#find(seq) - this.#start;
  }

  /** The index of the first number that is not smaller. */
  #find(seq: number): number {
    let [low, high] = [this.#start, this.#seqs.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#seqs[middle] as number) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
