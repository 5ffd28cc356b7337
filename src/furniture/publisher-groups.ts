import { dirname } from 'node:path';
import type { Article } from '../article/article.js';

/** Articles of one publisher; or, where none is known, those in one folder whose addresses are on one host. */
export function groupsOf(articles: readonly Article[]): Article[][] {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const key = keyOf(article);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(article);
    else groups.set(key, [article]);
  }
  return [...groups.values()];
}

function keyOf({ publisher, url, file }: Article): string | null {
  if (publisher !== null) return `publisher ${publisher.toLowerCase()}`;
  return url !== null && URL.canParse(url) ? `host ${new URL(url).host} in ${dirname(file)}` : null;
}
