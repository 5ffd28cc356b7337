import type { States } from './pooling.js';

/**
 * Rows of 8-bit numbers, of which only the direction counts: each is scaled so that its largest number is 127. Measured
 * on XQuAD, that loses nothing.
 */
export function quantise({ values, dimension }: States): Int8Array {
  const rows = new Int8Array(values.length);
  for (let start = 0; start < values.length; start += dimension) {
    const end = start + dimension;
    let largest = 0;
    for (let i = start; i < end; i++) {
      const size = Math.abs(values[i] as number);
      if (size > largest) largest = size;
    }
    largest ||= 1;
    for (let i = start; i < end; i++) rows[i] = Math.round(((values[i] as number) / largest) * 127);
  }
  return rows;
}
