import type { Span } from '../article/article.js';
import type { Quote } from '../quote.js';
import { quoteAround } from '../quote-span.js';
import { sentencesOf } from '../sentence.js';
import { bold, escapeMarkdown, quoted } from './markdown.js';

/**
 * A quote as Markdown, the sentence that answers best in bold. Where it is longer than wanted, a run of whole sentences
 * around the best one, as it stands in the article; the best one is always whole.
 * @param longest in characters of the article
 */
export function quoteText(quote: Quote, longest: number): string {
  return markedText(quote.text, bestIn(quote), shortened(quote, longest));
}

/** The part of a quote that is shown: offsets into it. */
export function shortened(quote: Quote, longest: number): Span {
  const { text, article } = quote;
  const best = bestIn(quote);
  if (text.length <= longest) return { start: 0, end: text.length };
  if (best.end - best.start >= longest) return best;
  const sentences = sentencesAround(text, best, article.language);
  const run = quoteAround(text, sentences, best, { readable: longest, longest });
  return run.end - run.start <= longest ? run : best;
}

/**
 * The sentences of a part of an article, one of which is known: it stays as it is also where it would be cut otherwise out
 * of its article.
 */
export function sentencesAround(text: string, known: Span, language: string | null): Span[] {
  const all = sentencesOf(text, language);
  const isKnown = ({ start, end }: Span): boolean => start === known.start && end === known.end;
  if (all.some(isKnown)) return all.map((span) => (isKnown(span) ? known : span));
  const after = sentencesOf(text.slice(known.end), language);
  return [
    ...sentencesOf(text.slice(0, known.start), language),
    known,
    ...after.map(({ start, end }) => ({ start: known.end + start, end: known.end + end })),
  ];
}

const bestIn = ({ start, highlight }: Quote): Span => {
  return { start: highlight.start - start, end: highlight.end - start };
};

/**
 * A part of a text as a quotation in Markdown, what of it is marked in bold.
 * @param marked offsets into the text, as those of the part
 */
export function markedText(text: string, marked: Span, part: Span): string {
  const start = Math.min(Math.max(marked.start, part.start), part.end);
  const end = Math.max(start, Math.min(marked.end, part.end));
  return quoted(
    escapeMarkdown(text.slice(part.start, start)) +
      bold(text.slice(start, end)) +
      escapeMarkdown(text.slice(end, part.end)),
  );
}
