import { factsOf } from './article/article.js';
import type { Filters } from './filters.js';
import { type Findings, findQuotes } from './find-quotes.js';
import type { Library } from './library.js';
import { pageOf } from './paging.js';
import type { Quote } from './quote.js';
import { type Refusal, reasonOf } from './refusal.js';

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
  question: string,
  library: Library,
  filters: Filters = {},
  page = 1,
): Promise<Answer> {
  return answerOf(await findQuotes(question, library, filters), page);
}

/**
 * A page of what was found, as an answer.
 * @param size how many quotes are on a page
 */
export function answerOf(
  { question, quotes: all, refusal, nearest, started }: Findings,
  number = 1,
  size = QUOTES,
): Answer {
  const { things: quotes, page, pages } = pageOf(all, size, number);
  const ms = Number((performance.now() - started).toFixed(1));
  if (refusal === null) return { question, answered: true, reason: null, refusal, quotes, page, pages, ms };
  const reason = reasonOf(refusal, nearest[0]?.article);
  return { question, answered: false, reason, refusal, quotes, page, pages, nearest, ms };
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
