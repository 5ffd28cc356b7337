import type { Reader } from '../load-languages.js';
import type { Quote } from '../quote.js';
import { referenceTo } from '../sentence-reference.js';
import { DETAILS, type Detail } from './article-texts.js';
import { type Button, button } from './controls.js';
import { quoteText } from './quote-text.js';

/** How much is shown: of quotes, and of whose they are. */
export interface Extent extends Detail {
  /** What stands over the attribution of each quote: the quote in Markdown, or why it is not there. */
  texts: string[];
}

/**
 * The ways to show quotes, from all of what is wanted to the least that says whose they are: first less is said of the
 * articles, then the quotes lose what stands around their best sentences, then the last ones give way.
 * @param shares for each quote, in characters of its article; where its best sentence needs more, it has it
 */
export function* extentsOf(quotes: Quote[], shares: number[], { phrases }: Reader): Generator<Extent> {
  const texts = quotes.map((quote, i) => quoteText(quote, shares[i] ?? 0));
  for (const detail of DETAILS) yield { ...detail, texts };
  const least = DETAILS.at(-1) ?? DETAILS[0];
  const best = quotes.map((quote) => quoteText(quote, 0));
  for (let shown = quotes.length; shown >= 0; shown--) {
    // That they are too long is said once, over the first of those that are.
    const others = quotes.slice(shown).map((_, i) => (i === 0 ? `-# ${phrases.answer.tooLong}` : ''));
    yield { ...least, texts: [...best.slice(0, shown), ...others] };
  }
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
