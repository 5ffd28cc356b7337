import type { Quote } from '../answer.js';
import type { Reader } from '../load-languages.js';
import { referenceTo } from '../sentence-reference.js';
import { DETAILS, type Detail } from './article-texts.js';
import { type Button, button } from './controls.js';
import { quoteText } from './quote-text.js';

/** How much of quotes is shown, and of whose they are. */
export interface Extent extends Detail {
  /** For all quotes together, in characters of their articles, where their best sentences do not need more. */
  room: number;
  /** How many are shown; of those after them it is said that they take too much room. */
  quoted: number;
}

/**
 * The ways to show quotes, from all of what is wanted to the least that says whose they are: first less is said of the
 * articles, then the quotes lose what stands around their best sentences, then the last ones give way.
 */
export function* extentsOf(quotes: Quote[], room: number): Generator<Extent> {
  for (const detail of DETAILS) yield { ...detail, room, quoted: quotes.length };
  const least = DETAILS.at(-1) ?? DETAILS[0];
  for (let quoted = quotes.length; quoted >= 0; quoted--) yield { ...least, room: 0, quoted };
}

/** What stands over the attribution of each quote: the quote, or why it is not there. */
export function quoteTexts(quotes: Quote[], { room, quoted }: Extent, { phrases }: Reader): string[] {
  const shares = fairShares(
    quotes.map(({ text }) => text.length),
    room,
  );
  return quotes.map((quote, i) => {
    if (i < quoted) return quoteText(quote, shares[i] ?? 0);
    return i === quoted ? `-# ${phrases.answer.tooLong}` : '';
  });
}

/** What a quote's attribution is made of. */
export function attributed(quote: Quote): Pick<Quote, 'article' | 'alsoIn'> & { sentence: string } {
  return { article: quote.article, alsoIn: quote.alsoIn, sentence: bestSentence(quote) };
}

/** A button for each quote that shows where it stands, to whoever taps on it alone. */
export function contextButtons(quotes: Quote[], { phrases }: Reader): Button[] {
  return quotes.map((quote, i) => {
    const { article, start, hash } = referenceTo(
      quote.article.id,
      quote.highlight.start,
      bestSentence(quote),
    );
    const label = phrases.buttons.context(quotes.length === 1 ? null : i + 1);
    return button(label, {
      command: 'context',
      options: { article, start: `${start}`, hash },
      opens: 'anew',
    });
  });
}

const bestSentence = ({ text, start, highlight }: Quote): string =>
  text.slice(highlight.start - start, highlight.end - start);

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
