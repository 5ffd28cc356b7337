import { type Article, openingWords } from './article/article.js';
import { folded } from './folded.js';
import { NameSearch } from './name-search.js';
import { noSuch } from './no-such.js';

/** In scripts without spaces, the opening words are all there is. */
const LONGEST_OPENING = 300;

/** What an article is called: its title, or its opening words where it has none. */
export const nameOfArticle = ({ title, text }: Article): string =>
  title ?? openingWords(text.slice(0, LONGEST_OPENING));

/**
 * The article that somebody means, by its id, its file or its title: the whole title, or a part of it that no other has.
 * There are several where a file holds several, or where they have the same title.
 * @throws NoticeError where there is none, or where several titles have that part
 */
export function findArticle(text: string, articles: readonly Article[]): Article[] {
  const exact = articles.filter(({ id, file }) => id === text || file === text);
  if (exact.length > 0) return exact;
  const wanted = folded(text);
  const names = articles.map((article) => ({ article, name: folded(nameOfArticle(article)) }));
  const equal = names.filter(({ name }) => name === wanted);
  const found = equal.length > 0 ? equal : names.filter(({ name }) => name.includes(wanted));
  const isOne = equal.length > 0 || found.length === 1;
  if (wanted !== '' && isOne) return found.map(({ article }) => article);
  const near = new NameSearch(articles, nameOfArticle).find(text);
  throw noSuch('no-such-article', text, [...near, ...articles].map(nameOfArticle));
}
