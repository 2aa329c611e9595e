/** Bits one after another, the most significant first, and the variable-length numbers of H.264. */
export class BitWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;
  /** Bits that do not fill a byte yet, and how many they are. */
  #rest = 0;
  #restBits = 0;

  /** The lowest `count` bits of `value`, 32 at most. */
  bits(value: number, count: number): this {
    for (let left = count; left > 0; ) {
      const take = Math.min(left, 8 - this.#restBits);
      left -= take;
      this.#rest = (this.#rest << take) | ((value >>> left) & ((1 << take) - 1));
      this.#restBits += take;
      if (this.#restBits === 8) this.#push(this.#rest);
    }
    return this;
  }

  /** Exp-Golomb, for numbers from 0 on: `ue(v)` in the standard. */
  unsigned(value: number): this {
    const bits = 32 - Math.clz32(value + 1);
    return this.bits(0, bits - 1).bits(value + 1, bits);
  }

  /** Exp-Golomb, for numbers of either sign: `se(v)` in the standard. */
  signed(value: number): this {
    return this.unsigned(value > 0 ? value * 2 - 1 : -value * 2);
  }

  /** Zeros up to the next whole byte. */
  align(): this {
    return this.bits(0, (8 - this.#restBits) % 8);
  }

  /** Whole bytes; only where a byte begins. */
  bytes(bytes: Uint8Array): this {
    if (this.#restBits !== 0) throw new RangeError("bytes begin within a byte");
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** What has been written, which ends with a whole byte. */
  finish(): Uint8Array {
    this.align();
    return this.#bytes.slice(0, this.#length);
  }

  #push(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
    this.#rest = 0;
    this.#restBits = 0;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
