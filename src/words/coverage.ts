import { wordsOf } from './letters.js';
import type { TermIndex } from './term-index.js';

/** What the words alone say: how much of the question stands in each passage. */
export interface Coverage {
  /** For each passage, by its position, the share of the question that stands in it, 0 to 1. */
  shares: Float32Array;
  /** The share of the question's words that stand in any passage, 0 to 1. */
  known: number;
}

/**
 * How much of a question each passage covers. A word counts as much as it is rare in the passages: its inverse document
 * frequency, as BM25 has it (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", section 3.1). One
 * that only looks alike counts by the square of its likeness.
 */
export function coverageOf(question: string, index: TermIndex): Coverage {
  const shares = new Float32Array(index.size);
  const words = [...new Set(wordsOf(question))];
  let mass = 0;
  let known = 0;
  for (const word of words) {
    const strengths = strengthsOf(word, index);
    const frequency = strengths ? sumOf(strengths) : 0;
    const weight = Math.log(1 + (index.size - frequency + 0.5) / (frequency + 0.5));
    mass += weight;
    if (!strengths) continue;
    known++;
    for (let i = 0; i < shares.length; i++)
      shares[i] = (shares[i] as number) + weight * (strengths[i] as number);
  }
  for (let i = 0; i < shares.length; i++) shares[i] = (shares[i] as number) / (mass || 1);
  return { shares, known: known / (words.length || 1) };
}

/** In a loop: called back for each of 100,000 passages, a question of ten words takes ten milliseconds. */
function sumOf(numbers: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] as number;
  return sum;
}

/** How well a word, or one that looks like it, stands in each passage, 0 to 1; null where it stands in none. */
function strengthsOf(word: string, index: TermIndex): Float32Array | null {
  const similar = index.similarTerms(word);
  if (similar.length === 0) return null;
  const strengths = new Float32Array(index.size);
  for (const { term, likeness } of similar) {
    const strength = likeness ** 2;
    for (const passage of index.passagesWith(term)) {
      if ((strengths[passage] as number) < strength) strengths[passage] = strength;
    }
  }
  return strengths;
}
