import type { ArticleFacts } from './article/article.js';
import { folded } from './folded.js';

/** A publisher, under all spellings of its name that fold alike. */
export interface Publisher {
  /** As most of its articles spell it. */
  publisher: string;
  spellings: string[];
  articles: number;
  /** The day of its newest article; null where none is dated. */
  newest: string | null;
}

interface Group {
  /** How many articles spell it so. */
  spellings: Map<string, number>;
  newest: string | null;
}

/** The publishers of articles, those of most articles first. */
export function publishersOf(articles: readonly ArticleFacts[]): Publisher[] {
  const groups = new Map<string, Group>();
  const names = new Map<string, string>();
  for (const { publisher, date } of articles) {
    if (publisher === null) continue;
    const name = names.get(publisher) ?? folded(publisher);
    names.set(publisher, name);
    if (name === '') continue;
    const group: Group = groups.get(name) ?? { spellings: new Map(), newest: null };
    groups.set(name, group);
    group.spellings.set(publisher, (group.spellings.get(publisher) ?? 0) + 1);
    if (date !== null && date > (group.newest ?? '')) group.newest = date;
  }
  const publishers = [...groups.values()].map(({ spellings, newest }): Publisher => {
    const [first] = [...spellings].sort(([, one], [, other]) => other - one);
    const count = [...spellings.values()].reduce((sum, articles) => sum + articles, 0);
    return { publisher: first?.[0] ?? '', spellings: [...spellings.keys()], articles: count, newest };
  });
  return publishers.sort((one, other) => other.articles - one.articles);
}
