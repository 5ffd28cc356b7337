import anyAscii from 'any-ascii';

/** The words of a text, in small letters, in their order. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Whether a text says anything: marks alone, as emoji have them, are no word. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A word in small Latin letters and digits, without accents. */
export const toLatin = (word: string): string =>
  anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Spellings of one sound in the languages at hand, after their letters became Latin ones; applied in this order. */
const SOUNDS: [RegExp, string][] = [
  [/sch|sh|sz|ch/g, 's'],
  [/w/g, 'v'],
  [/kh/g, 'h'],
  [/ck|q|c/g, 'k'],
  [/ph/g, 'f'],
  [/[iy]+|j/g, 'i'],
  [/ie/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/z/g, 's'],
];

/** A word as it sounds, whatever the script: Kyiv, Kiew, Киев and Київ are "kiv". */
export const soundOf = (word: string): string =>
  SOUNDS.reduce((text, [from, to]) => text.replace(from, to), toLatin(word));

/** The characters of a word as it sounds, and what marks its start and its end. */
const LETTERS = ' abcdefghijklmnopqrstuvwxyz0123456789';

/** How many pairs of such characters there are. */
export const LETTER_PAIRS = LETTERS.length ** 2;

/**
 * The pairs of neighbouring letters of a word, with its start and its end, as it sounds in any script: Kyiv, Kiew and
 * Київ share most of theirs, as do the forms of a word in languages that bend them ("переговоры", "переговоров").
 * @returns numbers below `LETTER_PAIRS`
 */
export function letterPairs(word: string): Set<number> {
  const letters = soundOf(word);
  const pairs = new Set<number>();
  let last = 0;
  for (const letter of `${letters} `) {
    const number = LETTERS.indexOf(letter);
    pairs.add(last * LETTERS.length + number);
    last = number;
  }
  return pairs;
}

/** The share of letter pairs that two words have in common, 0 to 1 (Dice 1945), by their pairs. */
export function pairLikeness(pairs: ReadonlySet<number>, others: ReadonlySet<number>): number {
  let common = 0;
  for (const pair of pairs) if (others.has(pair)) common++;
  return (2 * common) / (pairs.size + others.size);
}
