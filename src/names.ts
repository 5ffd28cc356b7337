import type { Piece } from './embedding/piece.js';
import type { BestCosines } from './late-interaction.js';
import { wordsOf } from './words/letters.js';
import type { TermIndex } from './words/term-index.js';

/** A word of a question, and how well its tokens fit at best, anywhere. */
interface Word {
  text: string;
  cosine: number;
  /** Whether a sentence starts with it. */
  isFirst: boolean;
}

/**
 * A name is not in the articles where nothing in the nearest passages means the same and nothing in any passage is
 * spelt alike: where its best cosine, and half of its best likeness in spelling, stay below this. In the questions of
 * XQuAD whose articles are indexed, that is wrong for no English one on English articles, for .2 % of the Spanish ones on
 * English articles, and for 2.4 % of the English ones on Spanish articles ("the National Anthem"); of those whose articles
 * are not, 17 to 22 % have such a name (November 2026).
 */
const LEAST = 0.88;
const BY_SPELLING = 0.5;
/** Words that share less than this of their letter pairs are not looked at. */
const LEAST_SPELLING = 0.3;

/**
 * The names in a question that no article mentions, in any spelling.
 * @param pieces of the question
 * @param best the best cosine of each piece in the passages that were looked at
 * @param isKnownWord whether the model knows a word as one piece: one that it knows in small letters is no name ("Chef",
 *   "Programm"), one that it knows with a capital only is one, also where it is typed in small letters
 */
export function unmentionedNames(
  pieces: Piece[],
  best: BestCosines,
  terms: TermIndex,
  isKnownWord: (word: string) => boolean,
): string[] {
  const words = wordsWith(pieces, best);
  const hasCapitals = words.some(({ text, isFirst }) => !isFirst && /^\p{Lu}/u.test(text));
  const isName = ({ text, isFirst }: Word): boolean => {
    const small = text.toLowerCase();
    if (!/^\p{L}{3}/u.test(text) || isKnownWord(small)) return false;
    if (isFirst || !hasCapitals) return isKnownWord(small.charAt(0).toUpperCase() + small.slice(1));
    return /^\p{Lu}\p{Ll}/u.test(text);
  };
  const names: string[] = [];
  let isJoined = false;
  for (const word of words) {
    const isMissing = isName(word) && word.cosine + BY_SPELLING * spellingOf(word.text, terms) < LEAST;
    // First and last name are one name.
    if (isMissing && isJoined) names.push(`${names.pop()} ${word.text}`);
    else if (isMissing) names.push(word.text);
    isJoined = isMissing;
  }
  return names;
}

/** How alike the words of a name are spelt to any in the passages, 0 to 1; the least of them. */
function spellingOf(name: string, terms: TermIndex): number {
  const likeness = wordsOf(name).map((word) =>
    Math.max(0, ...terms.similarTerms(word, LEAST_SPELLING).map((term) => term.likeness)),
  );
  return Math.min(1, ...likeness);
}

function wordsWith(pieces: Piece[], best: BestCosines): Word[] {
  const words: { text: string; cosines: number[]; isFirst: boolean }[] = [];
  let isFirst = true;
  let isOpen = false;
  for (const [i, { text, startsWord }] of pieces.entries()) {
    const isWord = /[\p{L}\p{N}]/u.test(text);
    const last = words.at(-1);
    if (isWord && isOpen && !startsWord && last) {
      last.text += text;
      last.cosines.push(best[i] ?? -1);
    } else if (isWord) {
      words.push({ text, cosines: [best[i] ?? -1], isFirst });
      isFirst = false;
    } else if (/[.?!:¿¡“„«]/.test(text)) {
      isFirst = true;
    }
    isOpen = isWord;
  }
  return words.map(({ text, cosines, isFirst: first }) => {
    const cosine = cosines.reduce((sum, one) => sum + one, 0) / cosines.length;
    return { text, cosine, isFirst: first };
  });
}
