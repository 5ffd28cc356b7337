import { type ArticleSummary, factsOf, type Span, summaryOf } from './article/article.js';
import { certaintyOf, LEAST_CERTAINTY } from './certainty.js';
import { faultOf } from './check-quote.js';
import { copiesAmong } from './copies/copies.js';
import { articleFilter, type Filters } from './filters.js';
import type { Library } from './library.js';
import { differentArticles, differentStatements, type Place } from './place.js';
import { checkQuestion } from './question.js';
import { hasNearest, type Refusal, reasonOf, whyNotAnswered, whyUnaskable } from './refusal.js';

/** Words of an article: always `article.text.slice(start, end)`, never joined or retyped. */
export interface Quote extends Span {
  text: string;
  article: ArticleSummary;
  /** The sentence in it that answers best: offsets into the article's text, within the quote. */
  highlight: Span;
  /** How likely it is to answer the question: 0 to 1, comparable between questions. */
  score: number;
  /** Other articles that say the same. */
  alsoIn: ArticleSummary[];
}

/** Quotes, the best first, or a refusal with its reason. */
export interface Answer {
  question: string;
  answered: boolean;
  /** Why there is no answer, in a sentence for the reader; null where there is one. */
  reason: string | null;
  /** The same, free of any language. */
  refusal: Refusal | null;
  /** Those of one page. */
  quotes: Quote[];
  /** Which page it is, from 1, and how many there are. */
  page: number;
  pages: number;
  /** On a refusal: what comes nearest in the articles, one quote an article. */
  nearest?: Quote[];
  /** How long it took, in milliseconds. */
  ms: number;
}

/** On a page. */
const QUOTES = 3;

/**
 * Answers a question with quotes that say different things, three a page, or refuses.
 * @param page from 1; beyond the last one, the last one is given
 * @throws UserError where the question is none, or the filters leave no article
 */
export async function answerQuestion(
  raw: string,
  library: Library,
  filters: Filters = {},
  page = 1,
): Promise<Answer> {
  const started = performance.now();
  const question = checkQuestion(raw);
  const found = await library.search(question, filters);
  const certainty = ({ score }: { score: number }): number =>
    certaintyOf(score, found.question, library.baseline);
  const unaskable = whyUnaskable(question, found.question);
  const sure = unaskable ? [] : found.hits.filter((hit) => certainty(hit) >= LEAST_CERTAINTY);
  const isWanted = articleFilter(filters, library.articles);
  const copies = isWanted ? copiesAmong(library.copies, isWanted) : library.copies;
  const places = differentStatements(sure, sure.length, library.isSameStatement, copies);
  const all = checked(places, certainty, library);
  if (all.length > 0) {
    const pages = Math.ceil(all.length / QUOTES);
    const shown = Math.min(page, pages);
    const quotes = all.slice((shown - 1) * QUOTES, shown * QUOTES);
    const found = { answered: true, reason: null, refusal: null, quotes, page: shown, pages };
    return { question, ...found, ms: since(started) };
  }

  const best = found.hits[0] ? certainty(found.hits[0]) : 0;
  const refusal = unaskable ?? whyNotAnswered(found.question, best);
  const near = hasNearest(refusal) ? differentArticles(found.hits, QUOTES, copies) : [];
  const nearest = checked(near, certainty, library);
  const reason = reasonOf(refusal, nearest[0]?.article);
  const none = { answered: false, reason, refusal, quotes: [], page: 1, pages: 1 };
  return { question, ...none, nearest, ms: since(started) };
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

/** The answer to what is no question. */
export function unanswered(question: string, reason: string): Answer {
  return { question, answered: false, reason, refusal: null, quotes: [], page: 1, pages: 1, ms: 0 };
}

/** An answer as the command line prints it: the articles without their texts. */
export function answerToJson(answer: Answer): object {
  const quoteToJson = ({ text, start, end, highlight, score, article, alsoIn }: Quote) => {
    return { text, start, end, highlight, score, article: factsOf(article), alsoIn: alsoIn.map(factsOf) };
  };
  const { question, answered, reason, quotes, nearest, ms } = answer;
  return {
    question,
    answered,
    reason,
    quotes: quotes.map(quoteToJson),
    ...(nearest && { nearest: nearest.map(quoteToJson) }),
    ms,
  };
}

function quoteOf({ article, start, end, best, alsoIn }: Place, certainty: number): Quote {
  return {
    text: article.text.slice(start, end),
    start,
    end,
    highlight: { start: best.start, end: best.end },
    score: round(certainty, 4),
    article: summaryOf(article),
    alsoIn: alsoIn.map(summaryOf),
  };
}

const since = (started: number): number => round(performance.now() - started, 1);

const round = (number: number, digits: number): number => Number(number.toFixed(digits));
