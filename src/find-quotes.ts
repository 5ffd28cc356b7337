import { summaryOf } from './article/article.js';
import { certaintyOf, LEAST_CERTAINTY } from './certainty.js';
import { faultOf } from './check-quote.js';
import { copiesAmong } from './copies/copies.js';
import { articleFilter, type Filters } from './filters.js';
import type { Library } from './library.js';
import { differentArticles, differentStatements, type Place } from './place.js';
import { checkQuestion } from './question.js';
import type { Quote } from './quote.js';
import { hasNearest, type Refusal, whyNotAnswered, whyUnaskable } from './refusal.js';
import type { Hit } from './search.js';

/** All that may be shown of what was found for a question. */
export interface Findings {
  /** As it is asked: on one line. */
  question: string;
  /** They say different things; the best first. */
  quotes: Quote[];
  /** Why there are none; null where there are. */
  refusal: Refusal | null;
  /** Where there are none: what comes nearest, one quote an article. */
  nearest: Quote[];
  /** All that was looked at, the best first. */
  hits: Hit[];
  /** When it was asked, by `performance.now()`. */
  started: number;
}

/** So many of the nearest are shown where there is no answer. */
const NEAREST = 3;

/**
 * Finds the quotes that answer a question, or why there are none.
 * @param least how certain they have to be, 0 to 1
 * @throws UserError where the question is none, or the filters leave no article
 */
export async function findQuotes(
  raw: string,
  library: Library,
  filters: Filters = {},
  least = LEAST_CERTAINTY,
): Promise<Findings> {
  const started = performance.now();
  const question = checkQuestion(raw);
  const { hits, question: facts } = await library.search(question, filters);
  const certainty = ({ score }: { score: number }): number => certaintyOf(score, facts, library.baseline);
  const unaskable = whyUnaskable(question, facts);
  const sure = unaskable ? [] : hits.filter((hit) => certainty(hit) >= least);
  const isWanted = articleFilter(filters, library.articles);
  const copies = isWanted ? copiesAmong(library.copies, isWanted) : library.copies;
  const places = differentStatements(sure, sure.length, library.isSameStatement, copies);
  const quotes = checked(places, certainty, library);
  if (quotes.length > 0) return { question, quotes, refusal: null, nearest: [], hits, started };

  const best = hits[0] ? certainty(hits[0]) : 0;
  const refusal = unaskable ?? whyNotAnswered(facts, best);
  const near = hasNearest(refusal) ? differentArticles(hits, NEAREST, copies) : [];
  return { question, quotes, refusal, nearest: checked(near, certainty, library), hits, started };
}

/** Quotes of places, less those that fail the check: what must never be shown is dropped, and logged. */
function checked(places: Place[], certainty: (place: Place) => number, { articles, log }: Library): Quote[] {
  return places.flatMap((place) => {
    const quote = quoteOf(place, certainty(place));
    const fault = faultOf(quote, articles);
    if (fault === null) return [quote];
    log.error('Dropped a quote', { fault, article: quote.article.id, start: quote.start, end: quote.end });
    return [];
  });
}

function quoteOf({ article, start, end, best, alsoIn }: Place, certainty: number): Quote {
  return {
    text: article.text.slice(start, end),
    start,
    end,
    highlight: { start: best.start, end: best.end },
    score: Number(certainty.toFixed(4)),
    article: summaryOf(article),
    alsoIn: alsoIn.map(summaryOf),
  };
}
