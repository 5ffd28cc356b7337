import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import loadWabt from 'wabt';
import { cosineMatrix } from '../src/cosine-matrix.js';
import type { Piece } from '../src/embedding/piece.js';
import { normalised, pool, States } from '../src/embedding/pooling.js';
import { quantise } from '../src/embedding/quantise.js';
import { bestOfAll, compareTokens, likenessOf, weakestLikeness } from '../src/late-interaction.js';
import { ROOT } from './program.js';

/** Pieces of a question of which only the weights count. */
const piecesOf = (...weights: number[]): Piece[] =>
  weights.map((weight) => ({ text: 'x', startsWord: true, isUnknown: false, weight }));

describe('compareTokens', () => {
  it('has the best cosine of every token of the question, for the title and for each sentence', () => {
    const question = new States(Float32Array.of(1, 0, 0, 1), 2);
    // A title of one token halfway between both, a sentence of two, and one of the token opposite to the first.
    const rows = Int8Array.of(127, 127, 0, 90, 100, 0, -50, 0);
    const [title, first, second, ...rest] = compareTokens(question, { rows, partEnds: [1, 3, 4] });
    expect(rest).toEqual([]);
    expect(title?.[0]).toBeCloseTo(Math.SQRT1_2, 6);
    expect(title?.[1]).toBeCloseTo(Math.SQRT1_2, 6);
    expect(Array.from(first ?? [])).toEqual([1, 1]);
    expect(Array.from(second ?? [])).toEqual([-1, 0]);
  });

  it('finds nothing in a part without tokens, such as no title', () => {
    const question = new States(Float32Array.of(1, 0), 2);
    const parts = compareTokens(question, { rows: Int8Array.of(5, 0), partEnds: [0, 1] });
    expect(parts.map((part) => Array.from(part))).toEqual([[-1], [1]]);
  });
});

describe('bestOfAll', () => {
  it('takes the best of all parts for each token, and nothing of none', () => {
    const parts = [Float64Array.of(0.2, 0.9), Float64Array.of(0.5, -0.3)];
    expect(Array.from(bestOfAll(parts, 2))).toEqual([0.5, 0.9]);
    expect(Array.from(bestOfAll([], 2))).toEqual([-1, -1]);
  });
});

describe('likenessOf', () => {
  it('is the mean of the best cosines by the weights of the pieces', () => {
    expect(likenessOf(Float64Array.of(0.2, 0.8), piecesOf(1, 3))).toBeCloseTo(0.65, 10);
    expect(likenessOf(Float64Array.of(0.2, 0.8), piecesOf(0, 3))).toBeCloseTo(0.8, 10);
    expect(likenessOf(new Float64Array(), [])).toBe(0);
  });
});

describe('weakestLikeness', () => {
  it('is that of the quarter of the question, by weight, that fits worst', () => {
    const best = Float64Array.of(0.8, 0.2, 0.4);
    expect(weakestLikeness(best, piecesOf(2, 1, 1))).toBeCloseTo(0.2, 10);
    expect(weakestLikeness(best, piecesOf(2, 1, 1), 0.5)).toBeCloseTo(0.3, 10);
    expect(weakestLikeness(best, piecesOf(8, 1, 1))).toBeCloseTo(
      (0.1 * 0.2 + 0.1 * 0.4 + 0.05 * 0.8) / 0.25,
      10,
    );
    expect(weakestLikeness(best, piecesOf(2, 0, 1))).toBeCloseTo(0.4, 10);
    expect(weakestLikeness(best, piecesOf(1, 1, 1), 1)).toBeCloseTo(1.4 / 3, 10);
    expect(weakestLikeness(new Float64Array(), [])).toBe(0);
  });
});

describe('cosineMatrix', () => {
  it.each([
    [1, 1, 3],
    [3, 2, 8],
    [4, 5, 20],
    [9, 4, 384],
    [2, 0, 8],
    [0, 2, 8],
  ])('has the cosine of each of %i rows with each of %i, of %i numbers', (count, columns, dimension) => {
    const rowOf = (number: (i: number) => number) => Array.from({ length: dimension }, (_, i) => number(i));
    const values = Array.from({ length: count }, (_, k) =>
      normalised(rowOf((i) => Math.sin(i * (k + 1)) + 0.3 * (k % 3))),
    );
    const rows = Array.from({ length: columns }, (_, k) =>
      rowOf((i) => Math.round(120 * Math.cos(i + 0.7 * k))),
    );
    const matrix = cosineMatrix(
      new States(Float32Array.from(values.flat()), dimension),
      Int8Array.from(rows.flat()),
    );
    for (const [i, state] of values.entries()) {
      for (const [j, row] of rows.entries()) {
        const dot = row.reduce((sum, value, k) => sum + value * (state[k] ?? 0), 0);
        expect(matrix[i * columns + j]).toBeCloseTo(dot / Math.hypot(...row), 3);
      }
    }
  });
});

describe('the module in cosine-matrix.ts', () => {
  it('is what dot-products.wat compiles to', async () => {
    const read = (name: string) => readFile(join(ROOT, 'src', name), 'utf8');
    const wabt = await loadWabt();
    const parsed = wabt.parseWat('dot-products.wat', await read('dot-products.wat'), { simd: true });
    const compiled = Buffer.from(parsed.toBinary({}).buffer).toString('base64');
    const [, lines = ''] = /const MODULE =\n([^;]*);/.exec(await read('cosine-matrix.ts')) ?? [];
    expect([...lines.matchAll(/'([^']*)'/g)].map((match) => match[1]).join('')).toBe(compiled);
  });
});

describe('quantise', () => {
  it('scales every row by its largest number', () => {
    expect(quantise(new States(Float32Array.of(0.5, -0.25, 0, 0, 0.01, -0.02), 2))).toEqual(
      Int8Array.of(127, -63, 0, 0, 64, -127),
    );
  });
});

describe('pool', () => {
  const states = new States(Float32Array.of(1, 5, 3, -2, 2, 0), 2);

  it.each([
    ['mean', [6, 3]],
    ['max', [3, 5]],
    ['cls', [1, 5]],
    ['lasttoken', [2, 0]],
  ] as const)('by %s gives the direction %j', (pooling, vector) => {
    expect(Array.from(pool(states, pooling))).toEqual(vector);
  });
});
