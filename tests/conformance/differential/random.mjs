// A small generator of random numbers (mulberry32): the same seed gives the same cases on every machine.
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to count - 1. */
  below(count) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  }

  between(from, to) {
    return from + this.below(to - from + 1);
  }

  /** True in so many of a thousand. */
  chance(perThousand) {
    return this.below(1000) < perThousand;
  }

  pick(items) {
    return items[this.below(items.length)];
  }

  some(items, count) {
    const left = [...items];
    const chosen = [];
    while (left.length > 0 && chosen.length < count) {
      chosen.push(...left.splice(this.below(left.length), 1));
    }
    return chosen;
  }
}
