import { letterPairs } from '../words/letters.js';
import { unitsOf } from '../words/units.js';

/**
 * What an editor made of a sentence: the same but for spelling, or another statement in nearly the same words, be it by one
 * number, one name or one "not".
 */
export type SentenceVersion = 'same' | 'changed';

/**
 * From this share of common words on, one sentence is the other after an editor changed it (Dice 1945). It is asked of
 * two articles that are copies of each other, in which few sentences are alike that are not the same.
 */
const LEAST_COMMON = 0.7;

/** A sentence as it is compared. */
export interface Wording {
  /** With their capitals. */
  words: readonly string[];
  /** In small letters; the single characters of scripts without spaces. */
  units: readonly string[];
  /** In small letters, divided by spaces. */
  plain: string;
  /** As `plain`, but without spaces. */
  joined: string;
}

export function wordingOf(sentence: string): Wording {
  const words = sentence.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return {
    words,
    units: unitsOf(sentence),
    plain: words.join(' ').toLowerCase(),
    joined: words.join('').toLowerCase(),
  };
}

/**
 * How a sentence of one article stands to a sentence of its copy.
 * @returns null where they are two sentences
 */
export function compareVersions(one: Wording, other: Wording): SentenceVersion | null {
  if (one.words.length === 0 || other.words.length === 0) return null;
  if (isSameButForSpelling(one, other)) return 'same';
  return commonShare(one.units, other.units) >= LEAST_COMMON ? 'changed' : null;
}

function isSameButForSpelling(one: Wording, other: Wording): boolean {
  // "cease-fire" and "ceasefire", but not 3.5 and 35.
  if (one.joined === other.joined) return numbersIn(one.words) === numbersIn(other.words);
  if (one.words.length !== other.words.length) return false;
  return one.words.every((word, i) => isSpelling(word, other.words[i] ?? ''));
}

const numbersIn = (words: readonly string[]): string => words.filter((word) => /\p{N}/u.test(word)).join(' ');

/** Whether two words are spellings of one: a name in two transliterations, or a word with and without a slip. */
function isSpelling(one: string, other: string): boolean {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  if (/\p{N}/u.test(one + other)) return false;
  const areNames = [one, other].map((word) => /^\p{Lu}/u.test(word));
  if (areNames[0] !== areNames[1]) return false;
  return areNames[0] ? soundAlike(one, other) : ALPHABETIC.test(one + other) && isSlip(one, other);
}

/** In other scripts a letter may be a word, and be "not". */
const ALPHABETIC = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+$/u;

/** Kiev and Kyiv do, Iran and Iraq do not. */
function soundAlike(one: string, other: string): boolean {
  const [pairs, others] = [letterPairs(one), letterPairs(other)];
  return pairs.size > 1 && pairs.size === others.size && [...pairs].every((pair) => others.has(pair));
}

/** Slips are told only in words of this length: shorter ones are too often two words. */
const LONG_WORD = 6;

/**
 * Whether a word is the other with two letters in each other's place, or with one letter too many or too few, within it. Not
 * with another letter, nor at its ends: "million" and "billion", "attack" and "attacks" are two.
 */
function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < LONG_WORD || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  if (start === 0 || end === 0) return false;
  const [left, leftLong] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (left.length === 0) return leftLong.length === 1;
  return left.length === 2 && left === [...leftLong].reverse().join('');
}

/** The share of words that two sentences have in common, each as often as it stands in both; no more than that where it is low. */
function commonShare(words: readonly string[], others: readonly string[]): number {
  const most = (2 * Math.min(words.length, others.length)) / (words.length + others.length);
  if (most < LEAST_COMMON) return most;
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return (2 * common) / (words.length + others.length);
}
