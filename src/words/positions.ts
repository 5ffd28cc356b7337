// Lists of positions of passages, ascending, as a term index holds them.

/** Positions as they are in another index, ascending, without those that are not in it. */
export function moved(positions: Uint32Array, newPositions: ArrayLike<number>): Uint32Array {
  const list = new Uint32Array(positions.length);
  let [count, last, isAscending] = [0, -1, true];
  for (let i = 0; i < positions.length; i++) {
    const position = newPositions[positions[i] as number] ?? -1;
    if (position < 0) continue;
    list[count++] = position;
    isAscending &&= position > last;
    last = position;
  }
  const kept = list.subarray(0, count);
  return isAscending ? kept : kept.sort();
}

/** The positions in two lists, both ascending; a few that come lie between long runs of those that stay. */
export function together(stay: Uint32Array, come: number[]): Uint32Array {
  const list = new Uint32Array(stay.length + come.length);
  let taken = 0;
  for (const [i, position] of come.entries()) {
    const end = firstAfter(stay, position);
    if (end > taken) list.set(stay.subarray(taken, end), taken + i);
    list[end + i] = position;
    taken = end;
  }
  list.set(stay.subarray(taken), taken + come.length);
  return list;
}

/** How many numbers of an ascending list are below another (binary search). */
function firstAfter(list: Uint32Array, number: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
