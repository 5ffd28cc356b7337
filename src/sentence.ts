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
    const sentences = joined(text, [...segmented(text, paragraph, languageOf(language))]);
    return sentences.flatMap((sentence) => [...shortEnough(text, sentence)]);
  });
}

/** A tag that somebody wrote may be anything, also the name of what every object of JavaScript has ("toString"). */
const languageOf = (tag: string | null): string => /^[a-z]{2,3}(?=-|$)/i.exec(tag ?? '')?.[0] ?? 'en';

/** The segmenter takes four times as long for a text of twice the length, so it gets no more than this at a time. */
const PIECE = 4_000;

function* segmented(text: string, { start, end }: Span, language: string): Generator<Span> {
  let from = start;
  while (from < end) {
    const pieceEnd = end - from <= PIECE ? end : cutBefore(text, from, from + PIECE);
    const parts = segment(language, text.slice(from, pieceEnd)).flatMap((part) =>
      part.split(AFTER_QUOTATION),
    );
    const spans = spansOf(
      parts.map((part) => part.trim()).filter((part) => part !== ''),
      text,
      from,
    );
    // The last sentence of a piece may go on in the next one, which therefore begins with it.
    const last = pieceEnd < end && spans.length > 1 ? spans.pop() : undefined;
    yield* spans;
    from = last?.start ?? pieceEnd;
  }
}

/** Where parts of a text stand that follow each other in it. */
function spansOf(parts: string[], text: string, from: number): Span[] {
  let end = from;
  return parts.map((part) => {
    const start = text.indexOf(part, end);
    end = start + part.length;
    return { start, end };
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
      (LOWER_CASE_START.test(text.slice(span.start, span.start + 2)) ||
        ENDS_IN_INITIAL.test(text.slice(Math.max(previous.start, previous.end - 3), previous.end)) ||
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
  const ends = [...text.matchAll(broken.length > 2 && wrapped > broken.length * 0.7 ? /\n\s*\n/g : /\n/g)];
  const starts = [0, ...ends.map((match) => match.index + match[0].length)];
  return starts.map((start, i) => ({ start, end: ends[i]?.index ?? text.length }));
}

const LONGEST_SENTENCE = 1_200;

/** A text without full stops would be one endless sentence, of which a model reads only the start: it is cut at spaces. */
function* shortEnough(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const cut = cutBefore(text, from, from + LONGEST_SENTENCE);
    yield { start: from, end: cut };
    from = cut;
    while (/\s/.test(text.charAt(from))) from++;
  }
  yield { start: from, end };
}

/** The last space before an offset, or where there is none the offset, but never between the halves of a character. */
function cutBefore(text: string, start: number, offset: number): number {
  const space = text.lastIndexOf(' ', offset);
  if (space > start) return space;
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;
}
