import segment from 'sentencex';
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
    const cut = segment(language?.split('-')[0] ?? 'en', text.slice(paragraph.start, paragraph.end));
    const parts = cut.flatMap((part) => part.split(AFTER_QUOTATION)).map((part) => part.trim());
    let from = paragraph.start;
    const spans = parts.filter(Boolean).map((part): Span => {
      const start = text.indexOf(part, from);
      from = start + part.length;
      return { start, end: from };
    });
    return joined(text, spans).flatMap((span) => shortEnough(text, span));
  });
}

/** The segmenter goes on after a sentence that ends in a quotation (… “within weeks.” Ahead of …). */
const AFTER_QUOTATION = /(?<=\.["”“»])\s+(?=["“„«]?\p{Lu})/u;

const LOWER_CASE_START = /^\p{Ll}/u;
const ENDS_IN_INITIAL = /(?:^|\s)\p{Lu}\.$/u;

/**
 * Mends three cuts of the segmenter: before a lower-case letter ("2025 г. и"), after an initial ("А. С. Пушкин"), and
 * where no space follows ("then-U.S. Secretary").
 */
function joined(text: string, spans: Span[]): Span[] {
  const sentences: Span[] = [];
  for (const span of spans) {
    const previous = sentences.at(-1);
    const goesOn =
      previous !== undefined &&
      (LOWER_CASE_START.test(text.slice(span.start, span.end)) ||
        ENDS_IN_INITIAL.test(text.slice(previous.start, previous.end)) ||
        (text[previous.end - 1] === '.' && previous.end === span.start));
    if (goesOn) sentences[sentences.length - 1] = { start: previous.start, end: span.end };
    else sentences.push(span);
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
