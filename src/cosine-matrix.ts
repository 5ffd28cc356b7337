import type { States } from './embedding/pooling.js';

/** The cosines of every row of one matrix with every row of another. */
export interface CosineMatrix {
  /** Of a row of the first with a row of the second. */
  at(row: number, column: number): number;
}

/**
 * Compares each row of `states`, of length 1, with each row of 8-bit numbers, of any length. A search spends most of
 * its time here, so four rows are compared with two at a time, lying side by side: eight products for six numbers
 * read, and eight sums that need not wait for each other. That takes half the time of one after the other.
 */
export function cosineMatrix(states: States, rows: Int8Array): CosineMatrix {
  const { dimension, count } = states;
  const columns = rows.length / dimension;
  const width = columns + (columns % 2);
  const cosines = new Float64Array(Math.ceil(count / FOUR) * FOUR * width);
  const fours = sideBySide(states);
  const pair = new Float64Array(2 * dimension);
  for (let column = 0; column < columns; column += 2) {
    readPair(rows, column, pair);
    for (let row = 0; row < count; row += FOUR) {
      compare(fours, row * dimension, pair, cosines, row * width + column, width);
    }
  }
  return { at: (row, column) => cosines[row * width + column] as number };
}

const FOUR = 4;

/** Four rows after four rows, number by number; filled up with zeros. */
function sideBySide({ values, dimension, count }: States): Float64Array {
  const fours = new Float64Array(Math.ceil(count / FOUR) * FOUR * dimension);
  for (let row = 0; row < count; row++) {
    const start = (row - (row % FOUR)) * dimension + (row % FOUR);
    for (let i = 0; i < dimension; i++) fours[start + i * FOUR] = values[row * dimension + i] as number;
  }
  return fours;
}

/** A row and the next one, number by number, each brought to length 1; zeros where there is no next one. */
function readPair(rows: Int8Array, first: number, pair: Float64Array): void {
  const dimension = pair.length / 2;
  for (const offset of [0, 1]) {
    const start = (first + offset) * dimension;
    const isThere = start < rows.length;
    let squares = 0;
    for (let i = 0; i < dimension; i++) {
      const value = isThere ? (rows[start + i] as number) : 0;
      pair[2 * i + offset] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let i = offset; i < pair.length; i += 2) pair[i] = (pair[i] as number) / length;
  }
}

/** The eight cosines of four rows, which begin at an offset, with a pair. */
function compare(
  fours: Float64Array,
  start: number,
  pair: Float64Array,
  cosines: Float64Array,
  to: number,
  width: number,
): void {
  let a0 = 0;
  let b0 = 0;
  let c0 = 0;
  let d0 = 0;
  let a1 = 0;
  let b1 = 0;
  let c1 = 0;
  let d1 = 0;
  for (let i = 0, from = start; i < pair.length; i += 2, from += FOUR) {
    const one = pair[i] as number;
    const other = pair[i + 1] as number;
    const a = fours[from] as number;
    const b = fours[from + 1] as number;
    const c = fours[from + 2] as number;
    const d = fours[from + 3] as number;
    a0 += a * one;
    b0 += b * one;
    c0 += c * one;
    d0 += d * one;
    a1 += a * other;
    b1 += b * other;
    c1 += c * other;
    d1 += d * other;
  }
  cosines[to] = a0;
  cosines[to + 1] = a1;
  cosines[to + width] = b0;
  cosines[to + width + 1] = b1;
  cosines[to + 2 * width] = c0;
  cosines[to + 2 * width + 1] = c1;
  cosines[to + 3 * width] = d0;
  cosines[to + 3 * width + 1] = d1;
}
