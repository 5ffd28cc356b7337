import { readBytes, writeWhole } from './whole-file.js';

/** Lists of whole numbers, one after the other: a million small arrays would take ten times the memory. */
export class Lists {
  /** @param starts where each list starts in `values`, and at last where the last one ends */
  constructor(
    private readonly starts: Uint32Array,
    private readonly values: Uint32Array,
  ) {}

  /** @param list one that there is: this is asked too often to be checked */
  get(list: number): Uint32Array {
    return this.values.subarray(this.starts[list], this.starts[list + 1]);
  }

  /** A number of a list, by its place in it. Both must be there; nothing is made for it, as it is for `get`. */
  at(list: number, index: number): number {
    return this.values[(this.starts[list] as number) + index] as number;
  }

  get count(): number {
    return this.starts.length - 1;
  }

  /** As a file: how many lists there are, where they start, and what is in them. */
  async save(path: string): Promise<void> {
    await writeWhole(path, [new Uint32Array([this.count]), this.starts, this.values]);
  }

  static async load(path: string): Promise<Lists> {
    const all = new Uint32Array(await readBytes(path));
    const values = 2 + (all[0] ?? 0);
    return new Lists(all.subarray(1, values), all.subarray(values));
  }
}

export function listsOf(lists: ArrayLike<number>[]): Lists {
  const starts = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] as number) + list.length;
  const values = new Uint32Array(starts.at(-1) ?? 0);
  for (const [i, list] of lists.entries()) values.set(list, starts[i]);
  return new Lists(starts, values);
}

/**
 * In which lists each number stands, ascending (a counting sort).
 * @param limit above all numbers in the lists
 */
export function inverted(lists: Lists, limit: number): Lists {
  const starts = new Uint32Array(limit + 1);
  for (let list = 0; list < lists.count; list++) {
    for (const number of lists.get(list)) starts[number + 1] = (starts[number + 1] as number) + 1;
  }
  for (let number = 0; number < limit; number++)
    starts[number + 1] = (starts[number + 1] as number) + (starts[number] as number);
  const next = starts.slice();
  const values = new Uint32Array(starts[limit] as number);
  for (let list = 0; list < lists.count; list++) {
    for (const number of lists.get(list)) {
      values[next[number] as number] = list;
      next[number] = (next[number] as number) + 1;
    }
  }
  return new Lists(starts, values);
}
