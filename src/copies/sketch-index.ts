/**
 * Of the texts that have a number, so many are looked at, those that were added last: what stands in more of them ("all
 * rights reserved") tells little, and of many copies of one text these are enough.
 */
const MOST_TEXTS = 32;

/** Which texts have a number in their sketch: a hash table with chains, in three arrays. */
export class SketchIndex {
  /** For each remainder the last entry with it; an entry is counted from 1, and 0 is none. */
  private readonly last: Uint32Array;
  private readonly previous: Uint32Array;
  private readonly numbers: Uint32Array;
  private readonly texts: Uint32Array;
  private count = 0;

  /** @param size how many numbers are added at most */
  constructor(size: number) {
    this.last = new Uint32Array(2 ** Math.ceil(Math.log2(size + 1)));
    this.previous = new Uint32Array(size + 1);
    this.numbers = new Uint32Array(size + 1);
    this.texts = new Uint32Array(size + 1);
  }

  /** @param sketch of the text, each number once */
  add(text: number, sketch: Uint32Array): void {
    for (const number of sketch) {
      const entry = ++this.count;
      const remainder = number % this.last.length;
      this.previous[entry] = this.last[remainder] as number;
      this.last[remainder] = entry;
      this.numbers[entry] = number;
      this.texts[entry] = text;
    }
  }

  /**
   * The texts that were added and that have part of a sketch, those with most of it first.
   * @param least how many numbers they have in common at least
   */
  sharing(sketch: Uint32Array, least: number): number[] {
    const counts = new Map<number, number>();
    for (const number of sketch) {
      for (const text of this.textsWith(number)) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const sharing = [...counts].filter(([, count]) => count >= least);
    return sharing.sort((one, other) => other[1] - one[1]).map(([text]) => text);
  }

  private textsWith(number: number): number[] {
    const texts: number[] = [];
    let entry = this.last[number % this.last.length] as number;
    while (entry !== 0 && texts.length < MOST_TEXTS) {
      if (this.numbers[entry] === number) texts.push(this.texts[entry] as number);
      entry = this.previous[entry] as number;
    }
    return texts;
  }
}
