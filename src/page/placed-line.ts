import type { PageLine } from './body-lines.js';
import { type ElementPlace, isAtPicture, placeOf } from './element-place.js';
import { endsSentence, isProse, weightOf } from './prose.js';
import { isInside } from './same-site.js';

/** A line of a page, where its longest piece stands, and what can be seen of it at once. */
export interface PlacedLine extends PageLine, Omit<ElementPlace, 'href'> {
  /** The share of it that is links, and that is links within the page's own site: 0 to 1. */
  linked: number;
  linkedInside: number;
  /** Its length as if it were written in letters. */
  weight: number;
  isProse: boolean;
  endsSentence: boolean;
  /** Whether a mail address or an account of a social network stands in it. */
  hasContact: boolean;
  /** Whether a picture stands in its block, or right before it. */
  isAtPicture: boolean;
}

const ACCOUNT = /^\s*mailto:|\/\/(?:www\.|m\.)?(?:twitter|x|facebook|instagram|linkedin)\.com\//i;
const MAIL_ADDRESS = /[\w.+-]@[\w-]+\.\w/;
const NO_LINK = '';

/** @param host the page's own, such as "www.example.org", or null where it is not known */
export function placeLines(lines: PageLine[], host: string | null): PlacedLine[] {
  // Thousands of lines may stand in one element: it is looked at once.
  const place = remembered(placeOf);
  const hasPicture = remembered(isAtPicture);
  return lines.map((line) => {
    const placed = placeLine(line, host, place);
    return { ...placed, isAtPicture: placed.block !== null && hasPicture(placed.block) };
  });
}

function placeLine(
  line: PageLine,
  host: string | null,
  place: (element: Element) => ElementPlace,
): Omit<PlacedLine, 'isAtPicture'> {
  const { text, pieces } = line;
  const longest = pieces.reduce((found, piece) => (piece.length > found.length ? piece : found));
  const { href: _, ...around } = place(longest.element);
  const hrefs = pieces.map(({ element }) => place(element).href);
  const share = (counts: (href: string) => boolean) =>
    lengthOf(pieces.filter((_, i) => counts(hrefs[i] ?? NO_LINK))) / lengthOf(pieces);
  return {
    ...line,
    ...around,
    linked: share((href) => href !== NO_LINK),
    linkedInside: share((href) => href !== NO_LINK && isInside(href, host)),
    weight: weightOf(text),
    isProse: isProse(text),
    endsSentence: endsSentence(text),
    hasContact: MAIL_ADDRESS.test(text) || hrefs.some((href) => ACCOUNT.test(href ?? NO_LINK)),
    isEmphasised: pieces.every(({ element, length }) => length === 1 || place(element).isEmphasised),
  };
}

function remembered<T>(look: (element: Element) => T): (element: Element) => T {
  const known = new Map<Element, T>();
  return (element) => {
    const found = known.has(element) ? (known.get(element) as T) : look(element);
    known.set(element, found);
    return found;
  };
}

export function lengthOf(pieces: { length: number }[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
