import { withoutInvisible } from '../article/invisible.js';
import type { RawArticle } from '../article/raw-article.js';
import { readPage } from '../page/read-page.js';
import { UserError } from '../user-error.js';
import { dayOfValue } from './day-value.js';
import { statedDay } from './entry.js';
import { isHtml, readFragment } from './fragment.js';
import { type JsonObject, listOf, stringsIn, type Value, valuesOf } from './json-values.js';
import { authorsIn, nameIn } from './names.js';
import { addressOf, languageOf, lineOf } from './tidy-facts.js';

/** By what names a fact goes, the surest first; in small letters, without "_", "-" and ":". */
const NAMES = {
  title: listOf('title headline name webtitle heading'),
  text: listOf(
    'text articlebody bodytext fulltext body maintext contenthtml contenttext content bodyhtml html story',
  ),
  /** Less than the article, but better than nothing. */
  teaser: listOf('description summary abstract excerpt lead'),
  authors: listOf('authors author byline creator dccreator writers writer'),
  publisher: listOf('publisher sourcename source sitename site outlet newspaper provider'),
  date: listOf(
    'datepublished publishedat published publisheddate publicationdate pubdate publishdate datepublish publishedon ' +
      'firstpublishedat webpublicationdate date dcdate displaydate created createdat datecreated',
  ),
  language: listOf('language lang inlanguage locale'),
  url: listOf('url link canonical canonicalurl permalink weburl sourceurl mainentityofpage guid id @id'),
  note: listOf('note'),
};

/** NewsAPI ends its text with "[+1234 chars]", where there is more. */
const TRUNCATED = /\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$/;

/** Whether an object is an article: it has a text by one of the names that only an article's has. */
export function hasText(object: JsonObject): boolean {
  return valuesOf(object, NAMES.text).some(({ value }) =>
    stringsIn(value).some((text) => text.trim() !== ''),
  );
}

/**
 * What an object in a JSON file says of an article.
 * @param around the object that its list stands in: a JSON Feed names itself there
 * @throws UserError where it holds no text
 */
export function readObject(object: JsonObject, around: JsonObject): RawArticle {
  const body = firstText([...valuesOf(object, NAMES.text), ...valuesOf(object, NAMES.teaser)]);
  if (body === null) throw new UserError('it holds no text (a "text", "body" or "content")');
  const url = first(valuesOf(object, NAMES.url), addressIn);
  const { text, cuts, ...page } = readBody(body, url);
  const isFeed = String(around['version']).startsWith('https://jsonfeed.org/');
  const publisher = (of: JsonObject): string | null => first(valuesOf(of, NAMES.publisher), nameIn);
  const day = dayIn(object);
  return {
    title: first(valuesOf(object, NAMES.title), titleIn) ?? page.title ?? null,
    publisher:
      publisher(object) ??
      publisher(around) ??
      (isFeed ? lineOf(around['title']) : null) ??
      page.publisher ??
      null,
    authors: authorsIn(valuesOf(object, NAMES.authors)) ?? page.authors ?? null,
    ...(day.date === null && page.date ? statedDay(page.date, page.dateReason ?? '') : day),
    language:
      first([...valuesOf(object, NAMES.language), ...valuesOf(around, NAMES.language)], languageIn) ??
      page.language ??
      null,
    url: url ?? page.url ?? null,
    note: first(valuesOf(object, NAMES.note), ({ value }) => lineOf(value)),
    text,
    cuts,
  };
}

/** A whole page, as a crawler keeps it, tells more than its text. */
function readBody(body: string, url: string | null): Partial<RawArticle> & Pick<RawArticle, 'text' | 'cuts'> {
  if (/<html[\s>]/i.test(body))
    return readPage(Buffer.from(body), { url, contentType: 'text/html; charset=utf-8' });
  const { text, cuts } = isHtml(body)
    ? readFragment(body)
    : { text: withoutInvisible(body).trim(), cuts: [] };
  const more = TRUNCATED.exec(text);
  if (!more) return { text, cuts };
  const end = { at: more.index, text: more[0], reason: 'a mark that the text goes on' };
  return { text: text.slice(0, more.index), cuts: [...cuts.filter(({ at }) => at <= more.index), end] };
}

/** The day, and how it is known: what a person worked out is marked so, as in front matter. */
function dayIn(
  object: JsonObject,
): ReturnType<typeof statedDay> | Pick<RawArticle, 'date' | 'dateSource' | 'dateReason'> {
  for (const { key, value } of valuesOf(object, NAMES.date)) {
    const date = dayOfValue(value);
    const reason = lineOf(object['dateReason']);
    if (date !== null && reason !== null && object['dateSource'] === 'inferred') {
      return { date, dateSource: 'inferred', dateReason: reason };
    }
    if (date !== null) return statedDay(date, reason ?? `in the file (${key})`);
  }
  return statedDay(null, '');
}

function firstText(values: Value[]): string | null {
  for (const { value } of values) {
    const text = stringsIn(value).join('\n\n');
    if (/\p{L}/u.test(text)) return text;
  }
  return null;
}

function first<Fact>(values: Value[], read: (value: Value) => Fact | null): Fact | null {
  for (const value of values) {
    const fact = read(value);
    if (fact !== null) return fact;
  }
  return null;
}

function titleIn({ value }: Value): string | null {
  const title = stringsIn(value)[0] ?? '';
  return lineOf(isHtml(title) ? readFragment(title).text : title);
}

const addressIn = ({ value }: Value): string | null => addressOf(stringsIn(value)[0]);
const languageIn = ({ value }: Value): string | null => languageOf(stringsIn(value)[0]);
