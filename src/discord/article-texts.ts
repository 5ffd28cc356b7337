import type { ArticleSummary } from '../article/article.js';
import { dayInWords } from '../day/day-in-words.js';
import { languageInWords } from '../language-in-words.js';
import type { Reader } from '../load-languages.js';
import { titleOf } from '../view.js';
import { escapedWithin, isolated, link } from './markdown.js';
import { addressOfSentence } from './text-fragment.js';

/** How much is said of an article beside a text of it: less where a message would not hold it. */
export interface Detail {
  /** Where the link leads; null for none. */
  link: 'sentence' | 'article' | null;
  /** Room for names, in UTF-16 units of Markdown. */
  title: number;
  publisher: number;
  note: number;
  /** Room for the articles that say the same; 0 leaves them out. */
  alsoIn: number;
}

/** From all that tells an article to the least by which it can be told; what a reader must know of it stays longest. */
export const DETAILS: readonly [Detail, ...Detail[]] = [
  { link: 'sentence', title: 90, publisher: 50, note: 130, alsoIn: 300 },
  { link: 'sentence', title: 90, publisher: 50, note: 130, alsoIn: 120 },
  { link: 'article', title: 90, publisher: 50, note: 130, alsoIn: 120 },
  { link: 'article', title: 60, publisher: 40, note: 100, alsoIn: 0 },
  { link: null, title: 60, publisher: 40, note: 100, alsoIn: 0 },
  { link: null, title: 24, publisher: 24, note: 40, alsoIn: 0 },
];

/** Room for what is not a name: the name of a language, which may be a tag that somebody wrote. */
const LANGUAGE = 30;

/** What of it is said elsewhere, or is not to be said. */
interface Attributed {
  article: ArticleSummary;
  /** The sentence that a link leads to. */
  sentence?: string;
  alsoIn?: ArticleSummary[];
  /** By which a button below names it. */
  number?: number;
  withoutDate?: boolean;
}

/** Who says it, where and when, and what a reader must know of the text, in small lines: they stand with every quote. */
export function attribution(
  { article, sentence, alsoIn = [], number, withoutDate = false }: Attributed,
  detail: Detail,
  reader: Reader,
): string {
  const facts = [
    ...(number === undefined ? [] : [`${number}`]),
    ...whose(article, detail, reader),
    ...(withoutDate ? [] : [dateText(article, reader)]),
    ...foreign(article, reader),
    ...openLink(article, sentence, detail, reader),
  ];
  const lines = [facts.join(' · '), ...noteLines(article, detail, reader), ...others(alsoIn, detail, reader)];
  return lines.map((line) => `-# ${line}`).join('\n');
}

/** An article whose publisher is not known is told by its title. */
function whose(article: ArticleSummary, detail: Detail, reader: Reader): string[] {
  const title = titleText(article, detail.title);
  if (article.publisher === null) return [title, reader.phrases.facts.publisherUnknown];
  return [publisherText(article, detail.publisher, reader), title];
}

/** A publisher's name in bold, as it stands at the start of a line. */
export function publisherText(
  { publisher }: { publisher: string | null },
  room: number,
  reader: Reader,
): string {
  const name = publisher ?? reader.phrases.facts.publisherUnknown;
  return isolated(`**${escapedWithin(name, room)}**`);
}

export function titleText(article: ArticleSummary, room: number): string {
  return isolated(escapedWithin(titleOf(article), room));
}

/** The day as text: a date without a time must not shift with the reader's time zone. */
export function dateText(
  { date, dateSource }: ArticleSummary,
  { phrases: { facts }, locale }: Reader,
): string {
  if (date === null) return facts.dateUnknown;
  const day = dayInWords(date, locale);
  return dateSource === 'inferred' ? facts.inferred(day) : day;
}

/** The language of an article by its name, also where it is the reader's own. */
export function languageText({ language }: ArticleSummary, { phrases, locale }: Reader): string {
  return language === null
    ? phrases.facts.languageUnknown
    : escapedWithin(languageInWords(language, locale), LANGUAGE);
}

/** The language, where it is not the one in which the reader reads. */
function foreign({ language }: ArticleSummary, { phrases, locale }: Reader): string[] {
  const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
  if (language === null || base(language) === base(phrases.tag)) return [];
  return [phrases.facts.inLanguage(escapedWithin(languageInWords(language, locale), LANGUAGE))];
}

/** A link to the article, or to a sentence in it; nothing from an article may follow on its line. */
export function openLink(
  { url }: ArticleSummary,
  sentence: string | undefined,
  detail: Detail,
  { phrases }: Reader,
): string[] {
  if (url === null || detail.link === null) return [];
  const toSentence = detail.link === 'sentence' && sentence !== undefined;
  const shown = link(phrases.facts.open, (toSentence && addressOfSentence(url, sentence)) || url);
  return shown ? [shown] : [];
}

export function noteLines({ note }: ArticleSummary, detail: Detail, { phrases }: Reader): string[] {
  return note ? [phrases.facts.note(escapedWithin(note, detail.note))] : [];
}

/** The other articles that say the same, in one line. */
function others(articles: ArticleSummary[], { alsoIn: room }: Detail, reader: Reader): string[] {
  if (articles.length === 0 || room === 0) return [];
  const { facts } = reader.phrases;
  const names = articles.map((article) =>
    [
      isolated(article.publisher ?? facts.publisherUnknown),
      isolated(titleOf(article)),
      dateText(article, reader),
    ].join(', '),
  );
  return [facts.alsoIn(escapedWithin(names.join('; '), room))];
}
