import type { Article } from './article/article.js';

/** Whose articles there are, and of when; counted once for a library, not for each question. */
export interface Overview {
  /** Each publisher with the ids of its articles, the one of most articles first; `null` for the unknown ones together. */
  publishers: readonly PublisherArticles[];
  /** The months of the calendar in which articles were published, YYYY-MM, the newest first. */
  months: readonly string[];
}

export interface PublisherArticles {
  publisher: string | null;
  articles: string[];
}

export function overviewOf(articles: readonly Article[]): Overview {
  const ids = new Map<string | null, string[]>();
  const months = new Set<string>();
  for (const { id, publisher, date } of articles) {
    const known = ids.get(publisher);
    if (known) known.push(id);
    else ids.set(publisher, [id]);
    if (date !== null) months.add(date.slice(0, 'YYYY-MM'.length));
  }
  const publishers = [...ids].map(([publisher, found]) => ({ publisher, articles: found }));
  return {
    publishers: publishers.sort((one, other) => other.articles.length - one.articles.length),
    months: [...months].sort().reverse(),
  };
}
