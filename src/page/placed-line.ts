import type { PageLine } from './body-lines.js';
import { type FurnitureName, furnitureByName } from './furniture-names.js';
import { isInside } from './page-address.js';
import { endsSentence, isProse, weightOf } from './prose.js';

/** A line of a page, where it stands in it, and what can be seen of it at once. */
export interface PlacedLine extends PageLine {
  /** The elements around its longest piece, innermost first, as far as the body. */
  around: Element[];
  /** Those around it that are furniture by their names, outermost first. */
  named: { element: Element; reason: FurnitureName }[];
  /** The element whose paragraph, heading or item it is, and the one around that. */
  block: Element | null;
  container: Element | null;
  /** The share of it that is links, and that is links within the page's own site: 0 to 1. */
  linked: number;
  linkedInside: number;
  /** Its length as if it were written in letters. */
  weight: number;
  isProse: boolean;
  endsSentence: boolean;
  isHeading: boolean;
  /** Whether it is of a list, a table, a quotation or of code, where short lines are no labels. */
  isItem: boolean;
  /** Whether a mail address or an account of a social network stands in it. */
  hasContact: boolean;
  isEmphasised: boolean;
  /** Whether a picture stands in its block, or right before it. */
  isAtPicture: boolean;
}

const INLINE = new Set(
  (
    'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub ' +
    'sup time tt u var'
  ).split(' '),
);
const EMPHASIS = new Set(['b', 'cite', 'em', 'i', 'small', 'strong']);
const ITEM = /^(?:blockquote|dd|dt|li|pre|td|th)$/;
const PICTURES = 'img, picture, video, iframe, svg';
const ACCOUNT = /^\s*mailto:|\/\/(?:www\.|m\.)?(?:twitter|x|facebook|instagram|linkedin)\.com\//i;
const MAIL_ADDRESS = /[\w.+-]@[\w-]+\.\w/;
/** No page has a reason to nest deeper; elements further out are not looked at. */
const DEPTH = 100;

/** @param host the page's own, such as "www.example.org", or null where it is not known */
export function placeLines(lines: PageLine[], host: string | null): PlacedLine[] {
  // Thousands of lines may stand in one element.
  const see: Seen = { reason: remembered(furnitureByName), isAtPicture: remembered(isAtPicture) };
  return lines.map((line) => placeLine(line, host, see));
}

/** What is known of an element, looked at once. */
interface Seen {
  reason: (element: Element) => FurnitureName | null;
  isAtPicture: (block: Element) => boolean;
}

function remembered<T>(look: (element: Element) => T): (element: Element) => T {
  const known = new Map<Element, T>();
  return (element) => {
    const found = known.has(element) ? (known.get(element) as T) : look(element);
    known.set(element, found);
    return found;
  };
}

function placeLine(line: PageLine, host: string | null, see: Seen): PlacedLine {
  const { text, pieces } = line;
  const longest = pieces.reduce((found, piece) => (piece.length > found.length ? piece : found));
  const around = ancestors(longest.element);
  const block = around.find(isBlock) ?? null;
  const hrefs = pieces.map(({ element }) => hrefAround(element));
  const share = (counts: (piece: number) => boolean) =>
    lengthOf(pieces.filter((_, i) => counts(i))) / lengthOf(pieces);
  return {
    ...line,
    around,
    named: around.toReversed().flatMap((element) => {
      const reason = see.reason(element);
      return reason === null ? [] : [{ element, reason }];
    }),
    block,
    container: block?.parentElement ?? null,
    linked: share((i) => hrefs[i] !== null),
    linkedInside: share((i) => isInside(hrefs[i] ?? 'mailto:', host)),
    weight: weightOf(text),
    isProse: isProse(text),
    endsSentence: endsSentence(text),
    isHeading: /^h[1-6]$/.test(block?.localName ?? ''),
    isItem: around.some(({ localName }) => ITEM.test(localName)),
    hasContact: MAIL_ADDRESS.test(text) || hrefs.some((href) => href !== null && ACCOUNT.test(href)),
    isEmphasised: pieces.every(({ element, length }) => length === 1 || isEmphasised(element)),
    isAtPicture: block !== null && see.isAtPicture(block),
  };
}

export function lengthOf(pieces: { length: number }[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

function isBlock({ localName }: Element): boolean {
  return !INLINE.has(localName);
}

function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  let at: Element | null = element;
  for (; at && at.localName !== 'body' && found.length < DEPTH; at = at.parentElement) found.push(at);
  return found;
}

function hrefAround(element: Element): string | null {
  const link = ancestors(element).find(({ localName }) => localName === 'a');
  return link?.getAttribute('href') ?? null;
}

function isEmphasised(element: Element): boolean {
  const around = ancestors(element);
  const end = around.findIndex(isBlock);
  return around.slice(0, end < 0 ? around.length : end).some(({ localName }) => EMPHASIS.has(localName));
}

function isAtPicture(block: Element): boolean {
  const before = block.previousElementSibling;
  const isPicture = before !== null && hasPicture(before) && (before.matches(PICTURES) || !before.textContent?.trim());
  return hasPicture(block) || isPicture;
}

function hasPicture(element: Element): boolean {
  return element.matches(PICTURES) || element.querySelector(PICTURES) !== null;
}
