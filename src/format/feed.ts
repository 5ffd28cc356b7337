import { readFrontMatter } from '../article/front-matter.js';
import type { RawArticle } from '../article/raw-article.js';

export type FeedEntry = RawArticle;

/** A stand-in: RSS without namespaces and CDATA. */
export function readFeed(text: string): FeedEntry[] {
  return text
    .split('<item>')
    .slice(1)
    .map((item) => {
      const of = (name: string) => item.split(`<${name}>`)[1]?.split(`</${name}>`)[0] ?? null;
      const date = of('pubDate') && new Date(of('pubDate') ?? '').toISOString().slice(0, 10);
      return {
        ...readFrontMatter('').facts,
        title: of('title'),
        url: of('link'),
        date,
        dateSource: date ? 'stated' : null,
        dateReason: date === null ? null : 'in the feed',
        text: of('description') ?? '',
        cuts: [],
      };
    });
}
