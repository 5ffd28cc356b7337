import type { Span } from '../article/article.js';

/** One line of a text that is not blank, without white space at its ends. */
export interface Line extends Span {
  text: string;
  /** Whether a blank line, or nothing, stands before it. */
  opensBlock: boolean;
}

export function linesOf(text: string): Line[] {
  let before = 0;
  return [...text.matchAll(/\S.*/g)].map((match): Line => {
    const between = text.slice(before, match.index);
    const opensBlock = before === 0 || between.indexOf('\n') !== between.lastIndexOf('\n');
    before = match.index + match[0].length;
    return { text: match[0].trimEnd(), start: match.index, end: before, opensBlock };
  });
}

export const SENTENCE_END = /[.!?…:;]["'”“’»)\]]*$/;

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a line is written as sentences are. */
export function isProse(text: string): boolean {
  if (!SENTENCE_END.test(text)) return false;
  let words = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+/gu)) if (++words > 5) return true;
  return false;
}

export const sameWords = (one: string, other: string): boolean =>
  wordsOf(one).join(' ') === wordsOf(other).join(' ');

export const QUOTATION = /["“”„«»]/;
