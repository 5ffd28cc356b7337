import type { Answer } from './answer.js';
import { type Article, openingWords } from './article/article.js';

/** What a command shows, free of Discord and of terminals. */
export type View = { kind: 'answer'; answer: Answer } | { kind: 'sources'; articles: readonly Article[] };

/** The title of an article, or its opening words in quotation marks. */
export function titleOf(article: Article): string {
  return article.title ?? `“${openingWords(article.text)}”`;
}

export function publisherOf(article: Article): string {
  return article.publisher ?? 'publisher unknown';
}

/** The day as text: a date without a time must not shift with the reader's time zone. */
export function dateOf(article: Article): string {
  if (article.date === null) return 'date unknown';
  return article.dateSource === 'inferred' ? `${article.date} (inferred)` : article.date;
}

/** Who says it, where and when, on one line; it stands with every quote. */
export function attributionOf(article: Article): string {
  return [publisherOf(article), titleOf(article), dateOf(article)].join(' · ');
}
