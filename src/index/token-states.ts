import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { States } from '../embedding/pooling.js';
import type { Passage } from '../passage.js';

export const TOKENS_FILE = 'tokens.i8';
export const TOKEN_COUNTS_FILE = 'token-counts.json';

/** The states of a passage's tokens as 8-bit numbers, a row each; only their direction counts. */
export interface PassageTokens {
  rows: Int8Array;
  /** For each sentence of the passage, the token at which it ends, exclusive. */
  sentenceEnds: number[];
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
 * one file, in the order of the passages; the other file says where passages and sentences end.
 */
export class TokenStates {
  private constructor(private readonly tokens: Map<Passage, PassageTokens>) {}

  static of(tokens: [Passage, PassageTokens][]): TokenStates {
    return new TokenStates(new Map(tokens));
  }

  static async load(
    directory: string,
    passages: readonly Passage[],
    dimension: number,
  ): Promise<TokenStates> {
    const counts: number[][] = JSON.parse(await readFile(join(directory, TOKEN_COUNTS_FILE), 'utf8'));
    const file = await readFile(join(directory, TOKENS_FILE));
    let start = file.byteOffset;
    const tokens = passages.map((passage, i): [Passage, PassageTokens] => {
      const sentenceEnds = counts[i] ?? [];
      const rows = new Int8Array(file.buffer, start, (sentenceEnds.at(-1) ?? 0) * dimension);
      start += rows.length;
      return [passage, { rows, sentenceEnds }];
    });
    return TokenStates.of(tokens);
  }

  async save(directory: string): Promise<void> {
    const all = [...this.tokens.values()];
    await writeFile(join(directory, TOKENS_FILE), Buffer.concat(all.map(({ rows }) => new Uint8Array(rows))));
    await writeFile(
      join(directory, TOKEN_COUNTS_FILE),
      JSON.stringify(all.map(({ sentenceEnds }) => sentenceEnds)),
    );
  }

  /** The states of a passage of this index. */
  get(passage: Passage): PassageTokens {
    const tokens = this.tokens.get(passage);
    if (!tokens) throw new Error('The index holds no token states of a passage that it holds');
    return tokens;
  }

  entries(): Iterator<[Passage, PassageTokens]> {
    return this.tokens.entries();
  }
}
