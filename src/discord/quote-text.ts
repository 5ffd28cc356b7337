import type { Quote } from '../answer.js';
import type { Span } from '../article/article.js';
import { sentencesOf } from '../sentence.js';
import { bold, escapeMarkdown, quoted } from './markdown.js';

/** A quote as Markdown, and whether sentences had to be left out around the one that answers best. */
export interface QuoteText {
  markdown: string;
  shortened: boolean;
}

/**
 * A quote, the sentence that answers best in bold. Where that takes more room than there is, the best sentence with as
 * many of its neighbours as fit, the next one first: always a run of whole sentences, as it stands in the article.
 * @param room in UTF-16 units of Markdown
 * @returns null where even the best sentence alone takes more
 */
export function quoteText(quote: Quote, room: number): QuoteText | null {
  const whole = { start: 0, end: quote.text.length };
  const markdown = markdownOf(quote, whole);
  if (markdown.length <= room) return { markdown, shortened: false };
  let fitting: QuoteText | null = null;
  for (const span of growingSpans(quote)) {
    const part = markdownOf(quote, span);
    if (part.length > room) break;
    fitting = { markdown: part, shortened: true };
  }
  return fitting;
}

/** The best sentence, then with the one after it, then with the one before it too, and so on; offsets into the quote. */
function* growingSpans({ text, start: offset, highlight, article }: Quote): Generator<Span> {
  let [start, end] = [highlight.start - offset, highlight.end - offset];
  const ends = sentencesOf(text.slice(end), article.language).map(
    (sentence) => highlight.end - offset + sentence.end,
  );
  const starts = sentencesOf(text.slice(0, start), article.language).map((sentence) => sentence.start);
  yield { start, end };
  while (starts.length > 0 || ends.length > 0) {
    end = ends.shift() ?? end;
    yield { start, end };
    start = starts.pop() ?? start;
    yield { start, end };
  }
}

function markdownOf({ text, start, highlight }: Quote, part: Span): string {
  const [from, to] = [highlight.start - start, highlight.end - start];
  return quoted(
    escapeMarkdown(text.slice(part.start, from)) +
      bold(text.slice(from, to)) +
      escapeMarkdown(text.slice(to, part.end)),
  );
}
