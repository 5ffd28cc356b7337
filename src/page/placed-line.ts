import type { PageLine } from './body-lines.js';
import { type FurnitureName, furnitureByName } from './furniture-names.js';
import { isInside } from './page-address.js';

/** A line of a page and where it stands in it. */
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
  /** Whether a mail address or an account of a social network stands in it. */
  hasContact: boolean;
  /** Whether all of it is emphasised. */
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
const EMPHASIS = new Set(['em', 'i', 'small', 'cite']);
const PICTURES = 'img, picture, video, iframe, svg';
const ACCOUNT = /^\s*mailto:|\/\/(?:www\.|m\.)?(?:twitter|x|facebook|instagram|linkedin)\.com\//i;
const MAIL_ADDRESS = /[\w.+-]@[\w-]+\.\w/;

/** @param host the page's own, such as "www.example.org", or null where it is not known */
export function placeLine(line: PageLine, host: string | null): PlacedLine {
  const { element } = line.pieces.reduce((longest, piece) =>
    piece.length > longest.length ? piece : longest,
  );
  const around = ancestors(element);
  const block = around.find(({ localName }) => !INLINE.has(localName)) ?? null;
  const hrefs = line.pieces.map((piece) => piece.element.closest('a[href]')?.getAttribute('href') ?? null);
  const share = (counts: (piece: number) => boolean) =>
    lengthOf(line.pieces.filter((_, i) => counts(i))) / lengthOf(line.pieces);
  return {
    ...line,
    around,
    named: around.toReversed().flatMap((element) => {
      const reason = furnitureByName(element);
      return reason === null ? [] : [{ element, reason }];
    }),
    block,
    container: block?.parentElement ?? null,
    linked: share((i) => hrefs[i] !== null),
    linkedInside: share((i) => isInside(hrefs[i] ?? 'mailto:', host)),
    hasContact: MAIL_ADDRESS.test(line.text) || hrefs.some((href) => ACCOUNT.test(href ?? '')),
    isEmphasised: share((i) => isEmphasised(line.pieces[i]?.element ?? element, block)) > 0.95,
    isAtPicture: block?.querySelector(PICTURES) != null || isPicture(block?.previousElementSibling ?? null),
  };
}

export function lengthOf(pieces: { length: number }[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at && at.localName !== 'body'; at = at.parentElement) found.push(at);
  return found;
}

function isEmphasised(element: Element, block: Element | null): boolean {
  for (let at: Element | null = element; at && at !== block; at = at.parentElement)
    if (EMPHASIS.has(at.localName)) return true;
  return false;
}

function isPicture(element: Element | null): boolean {
  return (
    element?.matches(PICTURES) || (element?.querySelector(PICTURES) != null && !element.textContent?.trim())
  );
}
