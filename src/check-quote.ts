import { type Article, factsOf } from './article/article.js';
import type { Quote } from './quote.js';

/**
 * What is wrong with a quote, if anything: it has to be a slice of its article, its marked sentence has to lie inside
 * it, and what is said of the article has to be what is known of it. Nothing that fails is repaired.
 * @param articles those that are quoted from
 */
export function faultOf(quote: Quote, articles: readonly Article[]): string | null {
  const { start, end, text, highlight } = quote;
  const article = articles.find(({ id }) => id === quote.article.id);
  if (!article) return 'it is of no article';
  if (start < 0 || end > article.text.length || start >= end) return 'it does not lie in its article';
  if (article.text.slice(start, end) !== text) return 'it is no slice of its article';
  if (highlight.start < start || highlight.end > end || highlight.start >= highlight.end)
    return 'its mark does not lie inside it';
  const [said, known] = [factsOf(quote.article), factsOf(article)].map((facts) => JSON.stringify(facts));
  if (said !== known) return 'its attribution is not that of its article';
  return null;
}
