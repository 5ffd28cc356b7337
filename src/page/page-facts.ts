import type { FrontMatter } from '../article/front-matter.js';
import { oneLine } from '../article/invisible.js';
import { pageDate } from './date/page-date.js';
import { elementText } from './element-text.js';
import { type JsonObject, jsonLdNodes, namesIn, textsOf } from './json-ld.js';
import { languageTag } from './language-tag.js';
import { mainNodes } from './main-nodes.js';
import { pageAddresses } from './page-addresses.js';
import { authorNames } from './page-authors.js';
import { metaContents, metaPairs } from './page-meta.js';
import { bestTitle } from './page-title.js';

const MOST_ELEMENTS = 20;
const LONGEST_PUBLISHER = 100;

/**
 * What a page says of its article: in its JSON-LD, its meta elements and its markup, and of the date also in its text.
 * What it does not say is null; the note always is. The document is not changed.
 * @param url where the page is from, if that is known; what the page says of its address counts more
 * @param now no day of publication after it is believed
 */
export function pageFacts(document: Document, url: string | null, now: Date = new Date()): FrontMatter {
  const pairs = metaPairs(document);
  const meta = (...names: string[]): string[] => metaContents(pairs, ...names);
  const addresses = pageAddresses(document, meta('og:url'), url);
  const [address = null] = addresses;
  const headings = textsIn(document, 'h1');
  const shared = [...meta('og:title'), ...meta('twitter:title'), ...meta('citation_title', 'dc.title')];
  const titleTag = textsIn(document, 'title')[0] ?? '';
  const nodes = jsonLdNodes(document);
  const given = [...shared, ...headings.filter((one) => titleTag.includes(one)), titleTag, ...headings];
  const main = mainNodes(nodes, given.filter(isFilled), address);
  const inMain = (read: (node: JsonObject) => string[]): string[] =>
    main.map((node) => read(node).map(oneLine).filter(isFilled)).find((texts) => texts.length > 0) ?? [];

  const titles = [...inMain((node) => textsOf(node['headline'])), ...given].filter(isFilled);
  const publishers = [
    ...inMain((node) => namesIn(node, 'publisher', nodes)),
    ...meta('og:site_name'),
    // Some pages call the application by the title of the article.
    ...meta('application-name').filter((name) => !titles.includes(name)),
  ].filter((name) => name.length <= LONGEST_PUBLISHER && !/^https?:/i.test(name));
  const language = languageTag([
    document.documentElement?.getAttribute('lang') ?? '',
    ...inMain((node) => textsOf(node['inLanguage'])),
    ...meta('og:locale', 'content-language', 'dc.language', 'language'),
  ]);
  const authors = [
    inMain((node) => namesIn(node, 'author', nodes)),
    meta('author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'citation_author'),
    textsIn(document, '[itemprop~="author"] [itemprop~="name"]'),
    textsIn(document, '[itemprop~="author"],[rel~="author"]'),
  ];
  const date = pageDate(document, { pairs, main, titles, addresses, language }, now);
  return {
    title: bestTitle(titles, headings, [...publishers, ...authors.flat()]),
    publisher: publishers[0] ?? null,
    authors: authors.map((said) => authorNames(said, publishers)).find((names) => names !== null) ?? null,
    date: date?.day ?? null,
    dateSource: date ? 'stated' : null,
    dateReason: date?.reason ?? null,
    language,
    url: address,
    note: null,
  };
}

const isFilled = (text: string): boolean => text !== '';

/** The text of the first elements that a selector finds, those without any left out. */
const textsIn = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].slice(0, MOST_ELEMENTS).map(elementText).filter(isFilled);
