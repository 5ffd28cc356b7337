import { isCalendarWord } from './day/calendar-words.js';
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
  /** Whether nothing but a space stands between it and the word before. */
  isNext: boolean;
}

/** A name that no article mentions, and how clearly: 0 for one that may be, up to some .2. */
export interface UnmentionedName {
  name: string;
  clearness: number;
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
 * @param isKnownWord whether the model knows a word as one piece: one that it knows in small letters is no name
 *   ("Chef"), one that it knows with a capital only is one, also in a question that is typed in small letters
 * @param isSearched told the position of a passage; null where all are searched
 */
export function unmentionedNames(
  pieces: Piece[],
  best: BestCosines,
  terms: TermIndex,
  isKnownWord: (word: string) => boolean,
  isSearched: ((position: number) => boolean) | null = null,
): UnmentionedName[] {
  const words = wordsWith(pieces, best);
  const hasCapitals = words.some(({ text }) => /\p{Lu}/u.test(text));
  const isName = ({ text, isFirst }: Word): boolean => {
    const small = text.toLowerCase();
    if (!/^\p{L}{3}/u.test(text) || isKnownWord(small) || isCalendarWord(text)) return false;
    if (isFirst || !hasCapitals) return isKnownWord(small.charAt(0).toUpperCase() + small.slice(1));
    return /^\p{Lu}\p{Ll}/u.test(text);
  };
  const names: UnmentionedName[] = [];
  let isJoined = false;
  for (const word of words) {
    const clearness = isName(word)
      ? LEAST - word.cosine - BY_SPELLING * spellingOf(word.text, terms, isSearched)
      : 0;
    const last = names.at(-1);
    // First and last name are one name.
    if (clearness > 0 && isJoined && word.isNext && last) {
      last.name += ` ${word.text}`;
      last.clearness = Math.max(last.clearness, clearness);
    } else if (clearness > 0) names.push({ name: word.text, clearness });
    isJoined = clearness > 0;
  }
  return names;
}

/** How alike the words of a name are spelt to any in the passages that are searched, 0 to 1; the least of them. */
function spellingOf(
  name: string,
  terms: TermIndex,
  isSearched: ((position: number) => boolean) | null,
): number {
  const isThere = (term: number): boolean => isSearched === null || terms.passagesWith(term).some(isSearched);
  const likeness = wordsOf(name).map((word) =>
    Math.max(
      0,
      ...terms
        .similarTerms(word, LEAST_SPELLING)
        .flatMap(({ term, likeness }) => (isThere(term) ? likeness : [])),
    ),
  );
  return Math.min(1, ...likeness);
}

function wordsWith(pieces: Piece[], best: BestCosines): Word[] {
  const words: (Omit<Word, 'cosine'> & { cosines: number[] })[] = [];
  let isFirst = true;
  let [isOpen, isNext] = [false, true];
  for (const [i, { text, startsWord }] of pieces.entries()) {
    const isWord = /[\p{L}\p{N}]/u.test(text);
    const last = words.at(-1);
    if (isWord && isOpen && !startsWord && last) {
      last.text += text;
      last.cosines.push(best[i] ?? -1);
    } else if (isWord) {
      words.push({ text, cosines: [best[i] ?? -1], isFirst, isNext });
      [isFirst, isNext] = [false, true];
    } else if (/[.?!:¿¡“„«]/.test(text)) {
      isFirst = true;
    }
    if (!isWord && text !== '') isNext = false;
    isOpen = isWord;
  }
  return words.map(({ text, cosines, isFirst: first, isNext: next }) => {
    const cosine = cosines.reduce((sum, one) => sum + one, 0) / cosines.length;
    return { text, cosine, isFirst: first, isNext: next };
  });
}
