import type { Article } from '../article/article.js';
import type { Passage } from '../passage.js';
import { wordsOf } from '../words/letters.js';
import type { Copies } from './copies.js';
import { preferredOf } from './preferred.js';

/**
 * What was found, less passages of which each sentence was found before in copies of their article, where one of those
 * is rather to be quoted. So a text that many mastheads have leaves room for others.
 * @param found the likeliest first
 */
export function withoutRepeats<Found extends { article: Article; position: number }>(
  found: readonly Found[],
  passageAt: (position: number) => Passage,
  copies: Copies,
): Found[] {
  const sayers = new Map<string, Article[]>();
  return found.filter(({ article, position }) => {
    const others = copies.of(article);
    if (others.size === 0) return true;
    const spans = passageAt(position).metadata.sentences;
    const sentences = spans.map(({ start, end }) => wordsOf(article.text.slice(start, end)).join(' '));
    const before = sentences.map((words) => (sayers.get(words) ?? []).filter((sayer) => others.has(sayer)));
    const [first, ...rest] = before.flat();
    const isRepeat = first !== undefined && before.every((articles) => articles.length > 0);
    if (isRepeat && preferredOf([first, ...rest, article]) !== article) return false;
    for (const words of sentences) sayers.set(words, [...(sayers.get(words) ?? []), article]);
    return true;
  });
}
