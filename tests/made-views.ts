import type { Answer } from '../src/answer.js';
import { type Article, type ArticleSummary, summaryOf } from '../src/article/article.js';
import type { Quote } from '../src/quote.js';
import type { AnswerView } from '../src/view.js';

/** An article of which everything is known. */
export const ARTICLE: Article = {
  id: '0123456789ab',
  file: 'a.txt',
  entry: 0,
  title: 'The talks',
  publisher: 'The Paper',
  authors: ['Ann Lee', 'Bo Ek'],
  date: '2025-02-18',
  dateSource: 'inferred',
  dateReason: 'it says "on Tuesday"',
  language: 'de',
  languageSource: 'stated',
  url: 'https://example.org/a',
  note: 'a machine translation',
  text: 'One came. Two came.\n\nThree came. Four left. Five stayed.',
  cuts: [],
};

/** Quotes begin somewhere in their article. */
export const OFFSET = 1_000;

/** A quote of a text, its best sentence the one that begins with some words. */
export function quoteOf(text: string, best: string, article: Partial<ArticleSummary> = {}): Quote {
  const start = OFFSET + text.indexOf(best);
  return {
    text,
    start: OFFSET,
    end: OFFSET + text.length,
    highlight: { start, end: start + best.length },
    score: 0.9,
    article: { ...summaryOf({ ...ARTICLE, text }), ...article },
    alsoIn: [],
  };
}

/** One of a sentence only. */
export const sentence = (text: string, article: Partial<ArticleSummary> = {}): Quote =>
  quoteOf(text, text, article);

export function answerOf(quotes: Quote[], changes: Partial<Answer> = {}): Answer {
  const answered = { answered: true, reason: null, refusal: null, page: 1, pages: 1 };
  return { question: 'Who came?', ...answered, quotes, ms: 1, ...changes };
}

export function answerView(answer: Answer, changes: Partial<AnswerView> = {}): AnswerView {
  const choices = { publishers: [], periods: [] };
  return { kind: 'answer', answer, filters: {}, choices, about: 'question', ...changes };
}
