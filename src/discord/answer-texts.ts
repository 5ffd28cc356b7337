import type { Answer, Quote } from '../answer.js';
import { alsoIn, attribution } from './article-texts.js';
import { bold, escapeMarkdown } from './markdown.js';
import { quoteText } from './quote-text.js';

const SHORTENED = '-# Shortened to whole sentences: there is no room for what stands around them.';
const TOO_LONG = '-# The sentence that answers takes more room than a message has. It stands in:';

/**
 * The question, then its quotes, each with what belongs to it: as many as there is room for with at least their best
 * sentence, the best first.
 * @param room for all of it together, in UTF-16 units of Markdown
 */
export function answerTexts({ question, quotes }: Answer, room: number): string[][] {
  const asked = bold(question);
  for (let count = quotes.length; count > 0; count--) {
    const left = count < quotes.length ? [`-# No room for ${quotes.length - count} more.`] : [];
    const shown = quoteTexts(quotes.slice(0, count), room - [asked, ...left].join('').length);
    if (shown) return [[asked], ...shown, ...(left.length > 0 ? [left] : [])];
  }
  return [[asked], ...quotes.slice(0, 1).map(({ article }) => [TOO_LONG, attribution(article)])];
}

/** The question, why it is not answered, and what came nearest. */
export function refusalTexts({ question, reason, nearest = [] }: Answer): string[][] {
  const found = nearest.map(({ article }) => attribution(article));
  return [
    [`${bold(question)}\n${escapeMarkdown(reason ?? '')}`],
    ...(found.length > 0 ? [['-# The nearest to it:', ...found]] : []),
  ];
}

/** Each quote with whose it is; null where the best sentence of one does not fit into its share of the room. */
function quoteTexts(quotes: Quote[], room: number): string[][] | null {
  const below = quotes.map((quote) => [attribution(quote.article), ...alsoIn(quote.alsoIn)].join('\n'));
  const forQuotes = room - below.reduce((sum, lines) => sum + lines.length + SHORTENED.length, 0);
  const needed = quotes.map((quote) => quoteText(quote, Number.POSITIVE_INFINITY)?.markdown.length ?? 0);
  const shares = fairShares(needed, forQuotes);
  const texts: string[][] = [];
  for (const [i, quote] of quotes.entries()) {
    const shown = quoteText(quote, shares[i] ?? 0);
    if (!shown) return null;
    texts.push([shown.markdown, ...(shown.shortened ? [SHORTENED] : []), below[i] ?? '']);
  }
  return texts;
}

/** Divides room so that nobody gets more than needed; what small ones leave goes to those that need more. */
function fairShares(needed: number[], room: number): number[] {
  const shares = needed.map(() => 0);
  let left = room;
  const smallestFirst = [...needed.entries()].sort(([, one], [, other]) => one - other);
  for (const [position, [i, need]] of smallestFirst.entries()) {
    const share = Math.min(need, Math.floor(left / (needed.length - position)));
    shares[i] = share;
    left -= share;
  }
  return shares;
}
