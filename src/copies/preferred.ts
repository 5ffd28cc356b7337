import type { Article } from '../article/article.js';

/**
 * The one to quote of several copies that say the same: the newest version of the masthead that had it first, which is the
 * agency's rather than those that took it over. Where that is not known, the one of which most is known, without a
 * note such as "a machine translation".
 */
export function preferredOf([first, ...others]: [Article, ...Article[]]): Article {
  const all = [first, ...others];
  const earliest = others.reduce((one, other) => (comesBefore(other, one) ? other : one), first);
  const versions = all.filter((article) => article === earliest || isOfOneMasthead(article, earliest));
  return versions.reduce((one, other) => ((other.date ?? '') > (one.date ?? '') ? other : one), earliest);
}

/** Versions of one page follow each other within this time, in days; later, the like may have happened again. */
const LONGEST_APART = 7;

/** Whether an article is a later state of another, so that what it says otherwise is put right. */
export function supersedes(article: Article, other: Article): boolean {
  if (article.date === null || other.date === null || !isOfOneMasthead(article, other)) return false;
  const days = (Date.parse(article.date) - Date.parse(other.date)) / (24 * 60 * 60 * 1000);
  return days > 0 && days <= LONGEST_APART;
}

/** Also where it is known of neither. */
function isOfOneMasthead(one: Article, other: Article): boolean {
  if (one.url !== null && one.url === other.url) return true;
  return one.publisher?.toLowerCase() === other.publisher?.toLowerCase();
}

/** No day comes after all days. */
const NO_DAY = '9999-99-99';

function comesBefore(one: Article, other: Article): boolean {
  const [day, otherDay] = [one.date ?? NO_DAY, other.date ?? NO_DAY];
  if (day !== otherDay) return day < otherDay;
  return known(one) > known(other);
}

/** How much is known of an article; a note counts against it. */
function known({ title, publisher, authors, url, note }: Article): number {
  return [title, publisher, authors, url].filter((fact) => fact !== null).length - (note === null ? 0 : 1);
}
