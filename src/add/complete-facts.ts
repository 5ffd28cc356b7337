import type { RawArticle } from '../article/raw-article.js';

/** An article with what it leaves open taken from another reading of it, such as the feed that led to its page. */
export function completeFacts(article: RawArticle, other: RawArticle): RawArticle {
  const { date, dateSource, dateReason } = article.date === null ? other : article;
  return {
    title: article.title ?? other.title,
    publisher: article.publisher ?? other.publisher,
    authors: article.authors ?? other.authors,
    date,
    dateSource,
    dateReason,
    language: article.language ?? other.language,
    url: article.url ?? other.url,
    note: article.note ?? other.note,
    text: article.text,
    cuts: article.cuts,
  };
}
