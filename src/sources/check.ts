import type { Article } from '../article/article.js';
import { listCopies } from '../copies/list-copies.js';
import { placeOf } from './place-of.js';
import { suspectedFurniture } from './suspected-furniture.js';

/** Something for a person to mend. */
export interface Finding {
  /** What it is, as in "2 articles have no date": singular and plural. */
  is: [one: string, many: string];
  advice: string;
  /** Where it was found, each with what was found there. */
  places: { place: string; found: string | null }[];
}

/** In letters. A shorter text is a teaser, or a page whose article was not found. */
const SHORT = 300;

/** What a person should look at in some articles; only what was found. */
export function checkArticles(articles: readonly Article[]): Finding[] {
  const placesWhere = (found: (article: Article) => string | null | boolean): Finding['places'] =>
    articles.flatMap((article) => {
      const what = found(article);
      if (what === false || what === null) return [];
      return [{ place: placeOf(article), found: what === true ? (article.title ?? null) : what }];
    });
  const findings: Finding[] = [
    {
      is: ['article has no date', 'articles have no date'],
      advice:
        'Write "date: 2025-02-19" into its front matter; where you worked it out yourself, also "dateSource: inferred" and "dateReason: ...".',
      places: placesWhere(({ date }) => date === null),
    },
    {
      is: ['article has no publisher', 'articles have no publisher'],
      advice: 'Write "publisher: ..." into its front matter.',
      places: placesWhere(({ publisher }) => publisher === null),
    },
    {
      is: ['article is of an unknown language', 'articles are of an unknown language'],
      advice: 'Write "language: en" (or another tag) into its front matter.',
      places: placesWhere(({ language }) => language === null),
    },
    {
      is: ['article is very short', 'articles are very short'],
      advice: 'See whether all of it is there; take it out where it is but a teaser or a notice.',
      places: placesWhere(({ text }) => (text.length < SHORT ? `${text.length} characters` : null)),
    },
    {
      is: ['article may hold page furniture', 'articles may hold page furniture'],
      advice: "Take such lines out of the file where they are not the article's own.",
      places: suspectedFurniture(articles),
    },
    {
      is: ['article is a copy of another', 'articles are copies of others'],
      advice: 'Keep what you want to be quoted; of copies, one is quoted and the others are named.',
      places: listCopies(articles).flatMap(({ article, copies }) =>
        copies.map((copy) => {
          const found = `${copy.shared} % of it stands in ${placeOf(article)}`;
          return { place: placeOf(copy.article), found };
        }),
      ),
    },
  ];
  return findings.filter(({ places }) => places.length > 0);
}
