import type { Article } from './article/article.js';
import { daysIn, isCalendarDay } from './day/days.js';
import { findArticle } from './find-article.js';
import { folded } from './folded.js';
import { isLanguage, tagOfLanguage } from './language-names.js';
import { NameSearch } from './name-search.js';
import { noSuch } from './no-such.js';
import { NoticeError } from './notice.js';
import { type Publisher, publishersOf } from './publishers.js';

/** Which articles are searched; what is not said is not asked for. */
export interface Filters {
  /** Ids or files of articles. */
  articles?: string[];
  /** An id, a file, or a title or a part of one. */
  article?: string;
  /** A name, in whatever spelling; or a part of some, where it is the name of none. */
  publisher?: string;
  /** A BCP 47 tag, of which "en" takes "en-GB" too; or the name of a language. */
  language?: string;
  /** Published on this day or later, YYYY-MM-DD; articles without a date are left out. */
  after?: string;
  /** Published on this day or earlier. */
  before?: string;
}

/** Filters as they are typed: one article, or several that are separated by commas. */
export type FilterTexts = { [name in keyof Filters]?: string };

export function readFilters({ articles, ...others }: FilterTexts): Filters {
  const names = articles
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { ...others, ...(names && { articles: names }) };
}

/**
 * Filters by the names of what they mean, however it was typed: "independent" is The Kyiv Independent, where no other
 * publisher has that in its name.
 * @throws NoticeError where a filter is none
 */
export function namedFilters(filters: FilterTexts, articles: readonly Article[]): FilterTexts {
  const { publisher, language, after, before } = filters;
  const [found, ...others] = publisher === undefined ? [] : findPublishers(publisher, articles);
  return {
    ...filters,
    ...(found && others.length === 0 && { publisher: found.publisher }),
    ...(language !== undefined && { language: findLanguage(language, articles) }),
    ...(after !== undefined && { after: checkDay(after) }),
    ...(before !== undefined && { before: checkDay(before) }),
  };
}

type Check = (article: Article) => boolean;

/**
 * The articles that filters leave, as a check; null where they leave all.
 * @throws UserError where a filter is none, or leaves no article
 */
export function articleFilter(filters: Filters, articles: readonly Article[]): Check | null {
  const { articles: wanted, article, publisher, language, after, before } = filters;
  const checks: Check[] = [];
  if (wanted) checks.push(isOneOf(wanted, articles));
  if (article !== undefined) {
    const ids = new Set(findArticle(article, articles).map(({ id }) => id));
    checks.push(({ id }) => ids.has(id));
  }
  if (publisher !== undefined) checks.push(isFrom(publisher, articles));
  if (language !== undefined) checks.push(isIn(language, articles));
  if (after !== undefined) {
    const day = checkDay(after);
    checks.push(({ date }) => date !== null && date >= day);
  }
  if (before !== undefined) {
    const day = checkDay(before);
    checks.push(({ date }) => date !== null && date <= day);
  }
  if (checks.length === 0) return null;
  const isWanted: Check = (one) => checks.every((check) => check(one));
  if (!articles.some(isWanted)) throw new NoticeError({ kind: 'nothing-left' });
  return isWanted;
}

/**
 * A day as YYYY-MM-DD that is written so, or in words with its year ("26.02.2025", "Feb 26, 2025").
 * @throws NoticeError where a text is no day of the calendar
 */
export function checkDay(text: string): string {
  const [day, ...others] = isCalendarDay(text) ? [text] : daysIn(text).filter(isCalendarDay);
  if (day === undefined || others.length > 0) throw new NoticeError({ kind: 'no-day', text });
  return day;
}

function isOneOf(wanted: string[], articles: readonly Article[]): Check {
  const known = new Set(articles.flatMap(({ id, file }) => [id, file]));
  const missing = wanted.find((name) => !known.has(name));
  const files = articles.map(({ file }) => file);
  if (missing !== undefined) throw noSuch('no-such-article', missing, files);
  // There may be thousands, as of one publisher.
  const names = new Set(wanted);
  return ({ id, file }) => names.has(id) || names.has(file);
}

function isFrom(typed: string, articles: readonly Article[]): Check {
  const wanted = new Set(findPublishers(typed, articles).flatMap(({ spellings }) => spellings));
  return ({ publisher }) => publisher !== null && wanted.has(publisher);
}

/** Those of that name, or where there is none, those with it in their names. */
function findPublishers(typed: string, articles: readonly Article[]): Publisher[] {
  const wanted = folded(typed);
  const publishers = publishersOf(articles);
  const equal = publishers.filter(({ publisher }) => folded(publisher) === wanted);
  const isPart = ({ publisher }: Publisher): boolean => wanted !== '' && folded(publisher).includes(wanted);
  const found = equal.length > 0 ? equal : publishers.filter(isPart);
  if (found.length > 0) return found;
  const names = publishers.map(({ publisher }) => publisher);
  const near = new NameSearch(names, (name) => name).find(typed);
  throw noSuch('no-such-publisher', typed, [...near, ...names]);
}

function isIn(typed: string, articles: readonly Article[]): Check {
  const tag = findLanguage(typed, articles);
  return ({ language }) => language !== null && isLanguage(language, tag);
}

function findLanguage(typed: string, articles: readonly Article[]): string {
  const languages = [...new Set(articles.flatMap(({ language }) => language ?? []))];
  const tag = tagOfLanguage(typed, languages);
  if (tag === null) throw noSuch('no-such-language', typed, languages);
  return tag;
}
