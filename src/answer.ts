import { type ArticleSummary, factsOf, type Span, summaryOf } from './article/article.js';
import type { Library } from './library.js';
import { differentArticles, differentPlaces, type Place } from './place.js';
import { checkQuestion } from './question.js';

/** Words of an article: always `article.text.slice(start, end)`, never joined or retyped. */
export interface Quote extends Span {
  text: string;
  article: ArticleSummary;
  /** The sentence in it that answers best: offsets into the article's text, within the quote. */
  highlight: Span;
  /** 0 to 1, comparable between questions. */
  score: number;
}

/** Quotes, the best first, or a refusal with its reason. */
export interface Answer {
  question: string;
  answered: boolean;
  /** Why there is no answer, in a sentence for the reader; null where there is one. */
  reason: string | null;
  quotes: Quote[];
  /** On a refusal: what comes nearest in the articles, one quote an article. */
  nearest?: Quote[];
  /** How long it took, in milliseconds. */
  ms: number;
}

const QUOTES = 3;

const NOT_ANSWERED = 'Nothing was found in the articles that answers this question.';

/**
 * Answers a question with up to three quotes from different places, or refuses.
 * @throws UserError where the question is none
 */
export async function answerQuestion(raw: string, library: Library): Promise<Answer> {
  const started = performance.now();
  const question = checkQuestion(raw);
  const hits = await library.search(question);
  const good = hits.filter((hit) => hit.score >= library.threshold);
  const places = good.length > 0 ? differentPlaces(good, QUOTES) : differentArticles(hits, QUOTES);
  const quotes = places.map(quoteOf);
  const ms = round(performance.now() - started, 1);
  return good.length > 0
    ? { question, answered: true, reason: null, quotes, ms }
    : { question, answered: false, reason: NOT_ANSWERED, quotes: [], nearest: quotes, ms };
}

/** An answer as the command line prints it: the articles without their texts. */
export function answerToJson(answer: Answer): object {
  const quoteToJson = ({ text, start, end, highlight, score, article }: Quote) => {
    return { text, start, end, highlight, score, article: factsOf(article) };
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

function quoteOf({ article, start, end, best, score }: Place): Quote {
  const highlight = { start: best.start, end: best.end };
  return {
    text: article.text.slice(start, end),
    start,
    end,
    highlight,
    score: round(score, 4),
    article: summaryOf(article),
  };
}

const round = (number: number, digits: number): number => Number(number.toFixed(digits));
