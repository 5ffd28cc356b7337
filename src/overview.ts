import type { Article } from './article/article.js';
import { publishersOf } from './publishers.js';

/** Whose articles there are, and of when; counted once for a library, not for each question. */
export interface Overview {
  /** Each publisher, in whatever spelling, with the ids of its articles, the one of most articles first; `null` for the unknown ones together. */
  publishers: readonly PublisherArticles[];
  /** The months of the calendar in which articles were published, YYYY-MM, the newest first. */
  months: readonly string[];
}

export interface PublisherArticles {
  /** As most of its articles spell it. */
  publisher: string | null;
  /** All spellings that fold alike. */
  spellings: ReadonlySet<string | null>;
  articles: string[];
}

export function overviewOf(articles: readonly Article[]): Overview {
  const spellingOf = new Map(
    publishersOf(articles).flatMap(({ publisher, spellings }) =>
      spellings.map((spelling): [string, string] => [spelling, publisher]),
    ),
  );
  const groups = new Map<string | null, { spellings: Set<string | null>; articles: string[] }>();
  const months = new Set<string>();
  for (const { id, publisher, date } of articles) {
    const name = publisher === null ? null : (spellingOf.get(publisher) ?? publisher);
    const group = groups.get(name) ?? { spellings: new Set(), articles: [] };
    groups.set(name, group);
    group.spellings.add(publisher);
    group.articles.push(id);
    if (date !== null) months.add(date.slice(0, 'YYYY-MM'.length));
  }
  const publishers = [...groups].map(([publisher, group]) => ({ publisher, ...group }));
  return {
    publishers: publishers.sort((one, other) => other.articles.length - one.articles.length),
    months: [...months].sort().reverse(),
  };
}
