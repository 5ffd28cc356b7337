import type { Answer } from './answer.js';
import type { ArticleSummary } from './article/article.js';

/** A page of the articles; pages count from 1. */
export interface SourcesView {
  kind: 'sources';
  articles: ArticleSummary[];
  page: number;
  pages: number;
  /** How many articles there are on all pages. */
  total: number;
}

/**
 * What a command shows, free of Discord and of terminals: an answer, a list of articles, or a notice. Plain data, so
 * that it can be sent from one process to another.
 */
export type View = { kind: 'answer'; answer: Answer } | SourcesView | { kind: 'notice'; text: string };

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
