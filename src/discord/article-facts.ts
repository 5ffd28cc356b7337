import type { ArticleSummary } from '../article/article.js';
import type { Reader } from '../load-languages.js';
import { type Detail, dateText, languageText, noteLines, openLink } from './article-texts.js';
import { escapedWithin, isolated } from './markdown.js';

/**
 * What is known of an article but its title, on one line that ends in a link to it.
 * @param sentence that the link leads to
 */
export function factsLine(
  article: ArticleSummary,
  detail: Detail,
  reader: Reader,
  sentence?: string,
): string {
  const { facts } = reader.phrases;
  return [
    isolated(escapedWithin(article.publisher ?? facts.publisherUnknown, detail.publisher)),
    dateText(article, reader),
    languageText(article, reader),
    facts.characters(article.length),
    ...openLink(article, sentence, detail, reader),
  ].join(' · ');
}

export function authorsLine({ authors }: ArticleSummary, detail: Detail, { locale }: Reader): string[] {
  if (authors === null || authors.length === 0) return [];
  const names = new Intl.ListFormat(locale).format(authors.map(isolated));
  return [escapedWithin(names, detail.note)];
}

/** How its date is known, and what a reader must know of its text, in small lines; empty where there is neither. */
export function factLines(article: ArticleSummary, detail: Detail, reader: Reader): string {
  const { dateReason: reason } = article;
  const { facts } = reader.phrases;
  const lines = [
    ...(reason ? [facts.dateReason(escapedWithin(reason, detail.note))] : []),
    ...noteLines(article, detail, reader),
  ];
  return lines.map((line) => `-# ${line}`).join('\n');
}
