import { closeSync, openSync, readSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { States } from '../embedding/pooling.js';

export const TOKENS_FILE = 'tokens.i8';
export const TOKEN_COUNTS_FILE = 'token-counts.json';

/** The states of a passage's tokens as 8-bit numbers, a row each; only their direction counts. */
export interface PassageTokens {
  rows: Int8Array;
  /** The token at which the heading ends, exclusive, and then each sentence of the passage. */
  partEnds: number[];
}

/** Scales each row so that its largest number is 127: measured on XQuAD, that loses nothing. */
export function quantise({ values, dimension, count }: States): Int8Array {
  const rows = new Int8Array(values.length);
  for (let token = 0; token < count; token++) {
    const start = token * dimension;
    const row = values.subarray(start, start + dimension);
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    for (const [i, value] of row.entries()) rows[start + i] = Math.round((value / largest) * 127);
  }
  return rows;
}

/**
 * The token states of all passages, by which what a search found is looked at a second time. They lie side by side in
 * one file, in the order of the passages, and are read from there when they are needed: at some 40 KB a passage, those
 * of a large archive do not fit into memory, and a question needs those of a few dozen passages.
 */
export class TokenStates {
  private constructor(
    private readonly read: (passage: number) => Int8Array,
    private readonly partEnds: number[][],
    /** Gives the file back. */
    readonly close: () => void,
  ) {}

  /** States that are in memory. */
  static of(tokens: PassageTokens[]): TokenStates {
    const read = (passage: number): Int8Array => tokens[passage]?.rows ?? new Int8Array();
    return new TokenStates(
      read,
      tokens.map(({ partEnds }) => partEnds),
      () => {},
    );
  }

  /** Opens what `save` wrote. The file stays open; a later build that takes it away does not hurt. */
  static async load(directory: string, dimension: number): Promise<TokenStates> {
    const partEnds: number[][] = JSON.parse(await readFile(join(directory, TOKEN_COUNTS_FILE), 'utf8'));
    const starts = [0];
    for (const ends of partEnds) starts.push((starts.at(-1) ?? 0) + (ends.at(-1) ?? 0) * dimension);
    const file = openSync(join(directory, TOKENS_FILE), 'r');
    const read = (passage: number): Int8Array => {
      const start = starts[passage] ?? 0;
      const rows = new Int8Array((starts[passage + 1] ?? start) - start);
      if (readSync(file, rows, 0, rows.length, start) !== rows.length)
        throw new Error(`${TOKENS_FILE} ends early`);
      return rows;
    };
    return new TokenStates(read, partEnds, () => closeSync(file));
  }

  async save(directory: string): Promise<void> {
    const file = await open(join(directory, TOKENS_FILE), 'w');
    try {
      for (const { rows } of this.entries())
        await file.writeFile(new Uint8Array(rows.buffer, rows.byteOffset, rows.length));
    } finally {
      await file.close();
    }
    await writeFile(join(directory, TOKEN_COUNTS_FILE), JSON.stringify(this.partEnds));
  }

  /** The states of a passage, by its position in the index. */
  get(passage: number): PassageTokens {
    const partEnds = this.partEnds[passage];
    if (!partEnds) throw new Error('The index holds no token states of a passage that it holds');
    return { rows: this.read(passage), partEnds };
  }

  *entries(): Generator<PassageTokens> {
    for (let passage = 0; passage < this.partEnds.length; passage++) yield this.get(passage);
  }
}
