import { wordsOf } from './letters.js';
import type { TermIndex } from './term-index.js';

/** What the words alone say: how much of the question stands in each passage. */
export interface Coverage {
  /** For each passage in which some word of the question stands, the share of the question in it, 0 to 1. */
  byPassage: Map<number, number>;
  /** The share of the question's words that stand in any passage, 0 to 1. */
  known: number;
}

/**
 * How much of a question each passage covers. A word counts as much as it is rare in the passages: its inverse document
 * frequency, as BM25 has it (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", section 3.1). One
 * that only looks alike counts by the square of its likeness.
 */
export function coverageOf(question: string, index: TermIndex): Coverage {
  const covered = new Map<number, number>();
  let mass = 0;
  let known = 0;
  const words = [...new Set(wordsOf(question))];
  for (const word of words) {
    const found = passagesWith(word, index);
    let frequency = 0;
    for (const strength of found.values()) frequency += strength;
    const weight = Math.log(1 + (index.size - frequency + 0.5) / (frequency + 0.5));
    mass += weight;
    if (found.size > 0) known++;
    for (const [passage, strength] of found) {
      covered.set(passage, (covered.get(passage) ?? 0) + weight * strength);
    }
  }
  for (const [passage, weight] of covered) covered.set(passage, weight / mass);
  return { byPassage: covered, known: known / (words.length || 1) };
}

/** The passages in which a word stands, or one that looks like it, each with how well it matches, 0 to 1. */
function passagesWith(word: string, index: TermIndex): Map<number, number> {
  const found = new Map<number, number>();
  for (const { term, likeness } of index.similarTerms(word)) {
    const strength = likeness ** 2;
    for (const passage of index.passagesWith(term)) {
      if ((found.get(passage) ?? 0) < strength) found.set(passage, strength);
    }
  }
  return found;
}
