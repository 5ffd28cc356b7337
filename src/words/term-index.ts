import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { letterPairs, wordsOf } from './letters.js';

export const TERMS_FILE = 'terms.json';
export const POSTINGS_FILE = 'postings.u32';

/** A word of the passages, and how alike it is to the one that was looked for: 1 for the same. */
export interface SimilarTerm {
  term: number;
  likeness: number;
}

/**
 * Words are taken for forms of each other from this share of common letter pairs on (Dice 1945). Below .7 other words
 * slip in; above, bent forms and names in other scripts are lost.
 */
const LEAST_LIKENESS = 0.7;

/** Which words stand in which passages (an inverted index), and which words look alike. */
export class TermIndex {
  private readonly byPair = new Map<string, number[]>();
  private readonly pairs: number[] = [];
  private readonly numbers = new Map<string, number>();
  /** How many letter pairs each term shares with the word that is looked for; zeros in between. */
  private readonly common: Uint16Array;

  /** @param starts where the postings of each term start, and at last where they end */
  private constructor(
    private readonly terms: string[],
    private readonly starts: Uint32Array,
    private readonly postings: Uint32Array,
    /** How many passages there are. */
    readonly size: number,
  ) {
    this.common = new Uint16Array(terms.length);
    for (const [number, term] of terms.entries()) {
      this.numbers.set(term, number);
      const pairs = letterPairs(term);
      this.pairs.push(pairs.size);
      for (const pair of pairs) {
        const list = this.byPair.get(pair);
        if (list) list.push(number);
        else this.byPair.set(pair, [number]);
      }
    }
  }

  /** @param texts of the passages, in their order */
  static of(texts: string[]): TermIndex {
    const passagesOf = new Map<string, number[]>();
    for (const [passage, text] of texts.entries()) {
      for (const word of new Set(wordsOf(text))) {
        const list = passagesOf.get(word);
        if (list) list.push(passage);
        else passagesOf.set(word, [passage]);
      }
    }
    const lists = [...passagesOf.values()];
    const starts = new Uint32Array(lists.length + 1);
    for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length;
    return new TermIndex([...passagesOf.keys()], starts, Uint32Array.from(lists.flat()), texts.length);
  }

  static async load(directory: string): Promise<TermIndex> {
    const { terms, counts, size } = JSON.parse(await readFile(join(directory, TERMS_FILE), 'utf8'));
    const file = await readFile(join(directory, POSTINGS_FILE));
    const postings = new Uint32Array(new Uint8Array(file).buffer);
    const starts = new Uint32Array(counts.length + 1);
    for (const [i, count] of counts.entries()) starts[i + 1] = (starts[i] ?? 0) + count;
    return new TermIndex(terms, starts, postings, size);
  }

  async save(directory: string): Promise<void> {
    const counts = this.terms.map((_, term) => this.passagesWith(term).length);
    await writeFile(
      join(directory, TERMS_FILE),
      JSON.stringify({ terms: this.terms, counts, size: this.size }),
    );
    await writeFile(join(directory, POSTINGS_FILE), new Uint8Array(this.postings.buffer));
  }

  /** The passages in which a term stands, ascending. */
  passagesWith(term: number): Uint32Array {
    return this.postings.subarray(this.starts[term], this.starts[term + 1]);
  }

  /**
   * The terms that look like a word, in whatever script, itself included.
   * @param word in small letters
   * @param least the least likeness
   */
  similarTerms(word: string, least = LEAST_LIKENESS): SimilarTerm[] {
    const pairs = letterPairs(word);
    const touched: number[] = [];
    for (const pair of pairs) {
      for (const term of this.byPair.get(pair) ?? []) {
        if (this.common[term] === 0) touched.push(term);
        this.common[term] = (this.common[term] as number) + 1;
      }
    }
    const same = this.numbers.get(word);
    const similar: SimilarTerm[] = [];
    for (const term of touched) {
      const count = this.common[term] as number;
      this.common[term] = 0;
      const likeness = term === same ? 1 : (2 * count) / (pairs.size + (this.pairs[term] ?? 0));
      if (likeness >= least) similar.push({ term, likeness });
    }
    return similar;
  }
}
