import { segment } from 'sentencex';
import type { Span } from './article/article.js';

/**
 * The sentences of a text. A line break ends one, so a subheading is a sentence of its own; a full stop inside
 * quotation marks, in "Feb. 27", "24. Februar" or "U.S. officials" does not.
 * @param text an article's text, or a part of it
 * @param language a BCP 47 tag, whose abbreviations are known; null is read as English
 * @returns ascending spans without the white space around them; together they hold every other character
 */
export function sentencesOf(text: string, language: string | null): Span[] {
  return paragraphsOf(text).flatMap((paragraph) => {
    const sentences: Span[] = [];
    let start = paragraph.start;
    for (const part of joined(
      segment(language?.split('-')[0] ?? 'en', text.slice(paragraph.start, paragraph.end)),
    )) {
      const trimmed = part.trim();
      if (trimmed !== '') {
        const first = start + part.indexOf(trimmed);
        sentences.push(...shortEnough(text, { start: first, end: first + trimmed.length }));
      }
      start += part.length;
    }
    return sentences;
  });
}

const LOWER_CASE_START = /^\s*\p{Ll}/u;
const STARTS_AT_ONCE = /^\S/;
const ENDS_IN_INITIAL = /(?:^|\s)\p{Lu}\.\s*$/u;

/**
 * Mends three cuts of the segmenter: before a lower-case letter ("2025 г. и"), after an initial ("А. С. Пушкин"), and
 * where no space follows ("then-U.S. Secretary").
 */
function joined(parts: string[]): string[] {
  const sentences: string[] = [];
  for (const part of parts) {
    const previous = sentences.at(-1);
    const goesOn =
      previous !== undefined &&
      (LOWER_CASE_START.test(part) ||
        ENDS_IN_INITIAL.test(previous) ||
        (previous.endsWith('.') && STARTS_AT_ONCE.test(part)));
    if (goesOn) sentences[sentences.length - 1] = previous + part;
    else sentences.push(part);
  }
  return sentences;
}

/** Lines of a text that an editor broke at a width, as in e-mail: about as long as each other, and without an end. */
const WRAPPED_LINE = /^(?=.{50,100}$).*[^.!?…:;"'”“’»)\]\s]\s*$/;

/** The lines of a text; where it was broken at a width, what stands between blank lines. */
function paragraphsOf(text: string): Span[] {
  const broken = [...text.matchAll(/^.+(?=\n.*\S)/gm)];
  const wrapped = broken.filter(([line]) => WRAPPED_LINE.test(line)).length;
  const paragraph = broken.length > 2 && wrapped > broken.length * 0.7 ? /\S(?:.|\n(?!\s*\n))*/g : /\S.*/g;
  return [...text.matchAll(paragraph)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const LONGEST_SENTENCE = 1_200;

/** A text without full stops would be one endless sentence, of which a model reads only the start: it is cut at spaces. */
function shortEnough(text: string, { start, end }: Span): Span[] {
  if (end - start <= LONGEST_SENTENCE) return [{ start, end }];
  const space = text.lastIndexOf(' ', start + LONGEST_SENTENCE);
  const cut = space > start ? space : characterStart(text, start + LONGEST_SENTENCE);
  const next = cut + text.slice(cut, end).search(/\S/);
  return [{ start, end: cut }, ...shortEnough(text, { start: next, end })];
}

/** The offset itself, or the one before where it would part the two halves of a character. */
const characterStart = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
