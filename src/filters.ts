import type { Article } from './article/article.js';
import { type Notice, NoticeError } from './notice.js';

/** Which articles are searched; what is not said is not asked for. */
export interface Filters {
  /** Ids or files of articles. */
  articles?: string[];
  publisher?: string;
  /** A BCP 47 tag; "en" takes "en-GB" too. */
  language?: string;
  /** Published on this day or later, YYYY-MM-DD; articles without a date are left out. */
  after?: string;
  /** Published on this day or earlier. */
  before?: string;
}

/** Filters as they are typed: one article, or several that are separated by commas. */
export type FilterTexts = { [name in keyof Filters]?: string } & { article?: string };

export function readFilters({ article, articles, ...others }: FilterTexts): Filters {
  const several = articles
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const names = article === undefined ? several : [article, ...(several ?? [])];
  return { ...others, ...(names && { articles: names }) };
}

/**
 * The articles that filters leave, as a check; null where they leave all.
 * @throws UserError where a filter is none, or leaves no article
 */
export function articleFilter(
  filters: Filters,
  articles: readonly Article[],
): ((article: Article) => boolean) | null {
  const { articles: wanted, publisher, language, after, before } = filters;
  const checks: ((article: Article) => boolean)[] = [];
  if (wanted) {
    const known = new Set(articles.flatMap(({ id, file }) => [id, file]));
    const missing = wanted.find((name) => !known.has(name));
    const files = articles.map(({ file }) => file);
    if (missing !== undefined) throw noSuch('no-such-article', missing, files);
    checks.push(({ id, file }) => wanted.includes(id) || wanted.includes(file));
  }
  if (publisher !== undefined) {
    const name = fold(publisher);
    const isFrom = (article: Article): boolean =>
      name !== '' && article.publisher !== null && fold(article.publisher).includes(name);
    const publishers = articles.map((article) => article.publisher);
    if (!articles.some(isFrom)) throw noSuch('no-such-publisher', publisher, publishers);
    checks.push(isFrom);
  }
  if (language !== undefined) {
    const tag = language.toLowerCase();
    const isIn = (article: Article): boolean =>
      article.language !== null && `${article.language.toLowerCase()}-`.startsWith(`${tag}-`);
    const languages = articles.map((article) => article.language);
    if (!articles.some(isIn)) throw noSuch('no-such-language', language, languages);
    checks.push(isIn);
  }
  if (after !== undefined) {
    const day = checkDay(after);
    checks.push(({ date }) => date !== null && date >= day);
  }
  if (before !== undefined) {
    const day = checkDay(before);
    checks.push(({ date }) => date !== null && date <= day);
  }
  if (checks.length === 0) return null;
  const isWanted = (article: Article): boolean => checks.every((check) => check(article));
  if (!articles.some(isWanted)) throw new NoticeError({ kind: 'nothing-left' });
  return isWanted;
}

/** @throws UserError where a text is no day of the calendar */
export function checkDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text);
  if (!isDay) throw new NoticeError({ kind: 'no-day', text });
  return text;
}

const MOST_NAMED = 10;

/** @param known what could have been asked for */
function noSuch(
  kind: Extract<Notice, { known: string[] }>['kind'],
  text: string,
  known: (string | null)[],
): NoticeError {
  const names = [...new Set(known.filter((name) => name !== null))];
  const more = Math.max(0, names.length - MOST_NAMED);
  return new NoticeError({ kind, text, known: names.slice(0, MOST_NAMED), more });
}

/** Without accents and in small letters, as people type names. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
