import type { Answer } from './answer.js';
import type { ArticleSummary, Span } from './article/article.js';
import type { FilterTexts } from './filters.js';
import type { Notice } from './notice.js';
import type { Quote } from './quote.js';

/** Quotes on a question, or a refusal. */
export interface AnswerView {
  kind: 'answer';
  answer: Answer;
  /** Which articles were asked. */
  filters: FilterTexts;
  /** What else the question can be asked about. */
  choices: Choices;
  /** What was asked for: an answer, all that one article says near a question, or what is said about a message. */
  about: 'question' | 'article' | 'message';
}

/** Publishers and times by which a question can be asked again. */
export interface Choices {
  /** Those nearest to the question first. */
  publishers: string[];
  /** The newest first: months of the calendar (YYYY-MM), or years (YYYY) where there are many months. */
  periods: string[];
}

/** Each publisher's best quote. */
export interface CompareView {
  kind: 'compare';
  question: string;
  /** Those of this page: null where nothing was found; `publisher` null for the articles of unknown publishers. */
  publishers: { publisher: string | null; quote: Quote | null }[];
  filters: FilterTexts;
  page: number;
  pages: number;
}

/** Quotes in the order of their days, those without a day last. */
export interface TimelineView {
  kind: 'timeline';
  /** As an answer of which all pages are ordered together; a refusal where there is none. */
  answer: Answer;
  filters: FilterTexts;
}

/**
 * An article, and a part of its text: whole sentences. The first part starts at 0, the last one ends where the text does.
 * The next one is asked for with `from` as `end`, the one before with `from` as `-start` (see article-part.ts).
 */
export interface ArticleView {
  kind: 'article';
  article: ArticleSummary;
  /** `article.text.slice(start, end)` */
  text: string;
  start: number;
  end: number;
  /** Offsets within `text` at which something was left out of the article. */
  cuts: number[];
  /** A sentence to be marked, as offsets into the article's text; null where none is in this part. */
  highlight: Span | null;
  /** The question that led here; null where none did. */
  question: string | null;
}

/** A page of the articles; pages count from 1. */
export interface SourcesView {
  kind: 'sources';
  articles: ArticleSummary[];
  page: number;
  pages: number;
  /** How many articles there are on all pages. */
  total: number;
}

/** What there is to know of the index, and of the bot where one is running. */
export interface StatusView {
  kind: 'status';
  articles: number;
  passages: number;
  /** ISO 8601, in UTC. */
  built: string;
  /** The name of the folder of the articles. */
  from: string;
  model: string;
  version: string;
  running: Running | null;
}

/** How a bot is doing. */
export interface Running {
  seconds: number;
  /** Of the last answers, in milliseconds from the interaction to the answer; null before the first. */
  times: { count: number; median: number; p95: number } | null;
}

/** Something that is told instead; with a question, it can be asked again. */
export interface NoticeView {
  kind: 'notice';
  notice: Notice;
  question?: string;
}

/**
 * What a command shows, free of Discord, of terminals and of languages. Plain data, so that it can be sent from one
 * process to another.
 */
export type View =
  | AnswerView
  | CompareView
  | TimelineView
  | ArticleView
  | SourcesView
  | StatusView
  | { kind: 'help' }
  | NoticeView;

/** The title of an article, or its opening words in quotation marks. */
export function titleOf(article: ArticleSummary): string {
  return article.title ?? `“${article.opening}”`;
}

export function publisherOf(article: ArticleSummary): string {
  return article.publisher ?? 'publisher unknown';
}

/** The day as text: a date without a time must not shift with the reader's time zone. */
export function dateOf(article: ArticleSummary): string {
  if (article.date === null) return 'date unknown';
  return article.dateSource === 'inferred' ? `${article.date} (inferred)` : article.date;
}

/** Who says it, where and when, on one line; it stands with every quote. */
export function attributionOf(article: ArticleSummary): string {
  return [publisherOf(article), titleOf(article), dateOf(article)].join(' · ');
}

export function sizeOf(article: ArticleSummary): string {
  return `${article.length.toLocaleString('en')} characters`;
}
