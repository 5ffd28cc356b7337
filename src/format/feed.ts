import { parseFeed } from 'feedsmith';
import { withoutInvisible } from '../article/invisible.js';
import type { RawArticle } from '../article/raw-article.js';
import { UserError } from '../user-error.js';
import { dayOfValue } from './day-value.js';
import { statedDay } from './entry.js';
import { isHtml, readFragment } from './fragment.js';
import { addressOf, languageOf, lineOf } from './tidy-facts.js';

/** An article as a feed tells of it. Its text may be empty, or a teaser for the page at its address. */
export type FeedEntry = RawArticle;

/** What a feed says of an entry, whichever format it has. */
interface Told {
  title: string | undefined;
  /** The text is HTML if it looks so: feeds escape it in more than one way. */
  text: string | undefined;
  authors: (string | undefined)[];
  /** The days that it may have been published on with the element that says so; the first one that is a day counts. */
  days: [element: string, day: string | undefined][];
  languages: (string | undefined)[];
  addresses: (string | undefined)[];
  publisher: string | undefined;
}

type Feed = ReturnType<typeof parseFeed<string>>;
type FeedOf<Format extends string> = Extract<Feed, { format: Format }>['feed'];
type Rss = FeedOf<'rss'>;
type Rdf = FeedOf<'rdf'>;
type Atom = FeedOf<'atom'>;

/**
 * Reads a feed: RSS 0.9x, 1.0 and 2.0, and Atom. Entities that a document defines itself are not read, so that none
 * can grow.
 * @returns the entries in their order
 * @throws UserError where it is none of these, or cut off
 */
export function readFeed(text: string): FeedEntry[] {
  return toldBy(parse(text)).map((told): FeedEntry => {
    const { text: body, cuts } = textOf(told.text);
    const [element, date] = told.days
      .map(([name, day]) => [name, dayOfValue(day)] as const)
      .find(([, day]) => day !== null) ?? ['', null];
    const authors = told.authors.map(nameOf).filter((name) => name !== null);
    return {
      title: lineOf(textOf(told.title).text),
      publisher: lineOf(textOf(told.publisher).text),
      authors: authors.length > 0 ? authors : null,
      ...statedDay(date, `in the feed (${element})`),
      language: firstOf(told.languages, languageOf),
      url: firstOf(told.addresses, addressOf),
      note: null,
      text: body,
      cuts,
    };
  });
}

function parse(text: string): Feed {
  try {
    return parseFeed(text);
  } catch (cause) {
    throw new UserError('it is no feed (RSS or Atom), or not all of one', 1, { cause });
  }
}

function toldBy(feed: Feed): Told[] {
  switch (feed.format) {
    case 'rss':
      return (feed.feed.items ?? []).map((item) => toldByRss(item, feed.feed));
    case 'rdf':
      return (feed.feed.items ?? []).map((item) => toldByRdf(item, feed.feed));
    case 'atom':
      return (feed.feed.entries ?? []).map((entry) => toldByAtom(entry, feed.feed));
    case 'json':
      throw new UserError('it is a feed in JSON, which is read as a .json file');
  }
}

function toldByRss(item: NonNullable<Rss['items']>[number], feed: Rss): Told {
  const { title, link, guid, description, content, dc, dcterms, authors = [], pubDate, xml } = item;
  return {
    title,
    text: content?.encoded ?? description,
    authors: dc?.creators ?? authors.map(({ name }) => name),
    days: [
      ['pubDate', pubDate],
      ['dc:date', dc?.dates?.[0]],
      ['dcterms:created', dcterms?.created?.[0]],
    ],
    languages: [xml?.lang, dc?.languages?.[0], feed.language, feed.xml?.lang, feed.dc?.languages?.[0]],
    addresses: [link, guid?.isPermaLink === false ? undefined : guid?.value],
    // An entry that a collection took from elsewhere names its source.
    publisher: item.source?.title ?? dc?.publishers?.[0] ?? feed.title,
  };
}

function toldByRdf(
  { title, link, description, content, dc, rdf, xml }: NonNullable<Rdf['items']>[number],
  feed: Rdf,
): Told {
  return {
    title,
    text: content?.encoded ?? description,
    authors: dc?.creators ?? [],
    days: [['dc:date', dc?.dates?.[0]]],
    languages: [xml?.lang, dc?.languages?.[0], feed.xml?.lang, feed.dc?.languages?.[0]],
    addresses: [link, rdf?.about],
    publisher: dc?.publishers?.[0] ?? feed.title,
  };
}

function toldByAtom(entry: NonNullable<Atom['entries']>[number], feed: Atom): Told {
  const { title, content, summary, links = [], authors = feed.authors ?? [], source, dc, xml } = entry;
  return {
    title: title?.value,
    text: content?.value ?? summary?.value,
    authors: dc?.creators ?? authors.map(({ name }) => name),
    days: [
      ['published', entry.published],
      ['dc:date', dc?.dates?.[0]],
      // Every entry has this one, and many have it alone: until the entry is changed it is the day of publication.
      ['updated', entry.updated],
    ],
    languages: [content?.xml?.lang, xml?.lang, feed.xml?.lang],
    addresses: [links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href, entry.id],
    publisher: source?.title?.value ?? feed.title?.value,
  };
}

function textOf(text: string | undefined): ReturnType<typeof readFragment> {
  if (text === undefined) return { text: '', cuts: [] };
  if (!isHtml(text)) return { text: withoutInvisible(text).trim(), cuts: [] };
  try {
    return readFragment(text);
  } catch (error) {
    // An entry that is made to be slow does not keep the others from being read.
    if (error instanceof UserError) return { text: '', cuts: [] };
    throw error;
  }
}

/** RSS wants the author's e-mail address, with the name in brackets. */
function nameOf(author: string | undefined): string | null {
  const name = lineOf(author);
  const inBrackets = /^\S+@\S+ \((.+)\)$/.exec(name ?? '')?.[1];
  return inBrackets ?? (name?.includes('@') ? null : name);
}

function firstOf<Value>(
  values: (string | undefined)[],
  read: (value: unknown) => Value | null,
): Value | null {
  for (const value of values) {
    const found = read(value);
    if (found !== null) return found;
  }
  return null;
}
