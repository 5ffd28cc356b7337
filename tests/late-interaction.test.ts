import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import loadWabt from 'wabt';
import { cosineMatrix } from '../src/cosine-matrix.js';
import { normalised, pool, States } from '../src/embedding/pooling.js';
import { quantise } from '../src/index/token-states.js';
import { lateInteraction } from '../src/late-interaction.js';
import { ROOT } from './program.js';

describe('lateInteraction', () => {
  it('averages the best cosine of every token of the question, for the passage and for each sentence', () => {
    const question = new States(Float32Array.of(1, 0, 0, 1), 2);
    // Two sentences of one token each: the first goes halfway between both, the second with the question's second.
    const passage = { rows: Int8Array.of(127, 127, 0, 90), sentenceEnds: [1, 2] };
    const likeness = lateInteraction(question, passage);
    expect(likeness.passage).toBeCloseTo((Math.SQRT1_2 + 1) / 2, 10);
    expect(likeness.sentences[0]).toBeCloseTo(Math.SQRT1_2, 10);
    expect(likeness.sentences[1]).toBeCloseTo(0.5, 10);
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
