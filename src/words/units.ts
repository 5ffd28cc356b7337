import { wordsOf } from './letters.js';

const WITHOUT_SPACES =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** All letters before this one are of scripts with spaces, which saves the look at their kind. */
const FIRST_WITHOUT_SPACES = 0x0e00;

/** The words of a text, in small letters, in their order; the single characters of scripts that are written without spaces. */
export function unitsOf(text: string): string[] {
  const words = wordsOf(text);
  const isRun = (word: string): boolean =>
    word.charCodeAt(0) >= FIRST_WITHOUT_SPACES && WITHOUT_SPACES.test(word);
  return words.some(isRun) ? words.flatMap((word) => (isRun(word) ? [...word] : word)) : words;
}
