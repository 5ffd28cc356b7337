import { elementText } from '../element-text.js';
import { lettersOf } from '../page-title.js';
import type { PageLine } from './page-lines.js';

/** Where the title of the article stands on its page. */
export interface TitlePlace {
  /** The line; null where the title is not found. */
  at: number | null;
  /** The element of the title and all that hold it. */
  holders: Set<Element>;
}

const SHORTEST = 8;
const MOST_HEADINGS = 500;
const MOST_LINES = 3000;
const MOST_TITLES = 20;

/**
 * Finds the title of the article on its page: the heading, else the line, that says one of the titles that the page gives
 * itself, else the first heading of the first rank.
 * @param titles the first count before the others
 */
export function titlePlace(document: Document, lines: PageLine[], titles: string[]): TitlePlace {
  const title = titleElement(document, lines, titles);
  const holders = new Set<Element>();
  for (let at = title; at; at = at.parentElement) holders.add(at);
  const within = new Set(title ? [title, ...title.querySelectorAll('*')] : []);
  const at = lines.findIndex(({ pieces }) => pieces.some(({ element }) => within.has(element)));
  return { at: at < 0 ? null : at, holders };
}

function titleElement(document: Document, lines: PageLine[], titles: string[]): Element | null {
  const known = titles
    .slice(0, MOST_TITLES)
    .map(lettersOf)
    .filter((title) => title.length >= SHORTEST);
  const isLong = (own: string): boolean => own.length >= SHORTEST;
  const isKnown = (own: string): boolean =>
    isLong(own) && known.some((title) => title.includes(own) || own.includes(title));
  const headings = [...document.querySelectorAll('h1,h2,h3,h4')]
    .slice(0, MOST_HEADINGS)
    .map((element) => ({
      element,
      isFirstRank: element.localName === 'h1',
      text: lettersOf(elementText(element)),
    }))
    .sort((one, next) => Number(next.isFirstRank) - Number(one.isFirstRank));
  const heading = headings.find(({ text }) => isKnown(text));
  if (heading) return heading.element;
  // A link with the title leads to the page, and is not its headline.
  const line = lines
    .slice(0, MOST_LINES)
    .find(({ text, pieces }) => pieces[0]?.element.localName !== 'a' && isKnown(lettersOf(text)));
  return (
    line?.pieces[0]?.element ?? headings.find((one) => one.isFirstRank && isLong(one.text))?.element ?? null
  );
}
