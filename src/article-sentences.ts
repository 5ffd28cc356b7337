import type { Span } from './article/article.js';
import type { Passage } from './passage.js';

/**
 * The sentences of an article, as its passages are cut: passages overlap, but each sentence counts once.
 * @param passages of the article, in the order of its text
 * @returns ascending; together they hold all but the white space between them
 */
export function articleSentences(passages: Iterable<Passage>): Span[] {
  const ends = new Map<number, number>();
  for (const { metadata } of passages) {
    for (const { start, end } of metadata.sentences) ends.set(start, end);
  }
  return [...ends].map(([start, end]) => ({ start, end }));
}
