import { join } from 'node:path';
import { inverted, Lists, listsOf } from '../lists.js';
import { readText, writeWhole } from '../whole-file.js';
import { LETTER_PAIRS, letterPairs, wordsOf } from './letters.js';
import { moved, together } from './positions.js';

export const TERMS_FILE = 'terms.json';
export const POSTINGS_FILE = 'postings.u32';
export const PAIRS_FILE = 'pairs.u32';

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

const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Which words stand in which passages (an inverted index), and which words look alike. */
export class TermIndex {
  /** How many letter pairs each term shares with the word that is looked for; zeros in between. */
  private readonly common: Uint16Array;
  /** The terms in which each letter pair stands. */
  private readonly byPair: Lists;

  private constructor(
    /** In the order of their characters' codes. */
    private readonly terms: string[],
    /** The passages in which each term stands, ascending. */
    private readonly postings: Lists,
    /** The letter pairs of each term; working them out takes long. */
    private readonly pairs: Lists,
    /** How many passages there are. */
    readonly size: number,
  ) {
    this.common = new Uint16Array(terms.length);
    this.byPair = inverted(pairs, LETTER_PAIRS);
  }

  /** @param texts of the passages, in their order */
  static of(texts: string[]): TermIndex {
    return new TermIndex([], listsOf([]), listsOf([]), 0).updated([], texts.length, texts.entries());
  }

  /**
   * The index of other passages, some of which are in this one already.
   * @param newPositions of the passages that it holds, by their positions; -1 for one that goes
   * @param size how many passages there are then
   * @param added the positions and texts of those that come
   */
  updated(newPositions: ArrayLike<number>, size: number, added: Iterable<[number, string]>): TermIndex {
    const comers = new Map<string, number[]>();
    for (const [position, text] of added) {
      for (const word of new Set(wordsOf(text))) {
        const list = comers.get(word);
        if (list) list.push(position);
        else comers.set(word, [position]);
      }
    }
    const terms: string[] = [];
    const [postings, pairs]: [ArrayLike<number>[], ArrayLike<number>[]] = [[], []];
    for (const [term, number] of this.merged([...comers.keys()].sort(byCode))) {
      const stay = number === null ? new Uint32Array() : moved(this.passagesWith(number), newPositions);
      const come = comers.get(term);
      const list = come ? together(stay, come) : stay;
      if (list.length === 0) continue;
      terms.push(term);
      postings.push(list);
      pairs.push(number === null ? [...letterPairs(term)] : this.pairs.get(number));
    }
    return new TermIndex(terms, listsOf(postings), listsOf(pairs), size);
  }

  /** Its terms and others in one order, with their numbers where they have one. */
  private *merged(others: string[]): Generator<[term: string, number: number | null]> {
    let next = 0;
    for (const [number, term] of this.terms.entries()) {
      for (let other = others[next]; other !== undefined && byCode(other, term) < 0; other = others[++next])
        yield [other, null];
      if (others[next] === term) next++;
      yield [term, number];
    }
    for (const other of others.slice(next)) yield [other, null];
  }

  static async load(directory: string): Promise<TermIndex> {
    const { terms, size } = JSON.parse(await readText(join(directory, TERMS_FILE)));
    const postings = await Lists.load(join(directory, POSTINGS_FILE));
    return new TermIndex(terms, postings, await Lists.load(join(directory, PAIRS_FILE)), size);
  }

  async save(directory: string): Promise<void> {
    await writeWhole(join(directory, TERMS_FILE), JSON.stringify({ terms: this.terms, size: this.size }));
    await this.postings.save(join(directory, POSTINGS_FILE));
    await this.pairs.save(join(directory, PAIRS_FILE));
  }

  /** The passages in which a term stands, ascending. */
  passagesWith(term: number): Uint32Array {
    return this.postings.get(term);
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
      for (const term of this.byPair.get(pair)) {
        if (this.common[term] === 0) touched.push(term);
        this.common[term] = (this.common[term] as number) + 1;
      }
    }
    const similar: SimilarTerm[] = [];
    for (const term of touched) {
      const count = this.common[term] as number;
      this.common[term] = 0;
      const likeness = (2 * count) / (pairs.size + this.pairs.get(term).length);
      if (likeness >= least) similar.push({ term, likeness });
    }
    return similar;
  }
}
