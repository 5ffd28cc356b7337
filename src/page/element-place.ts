import { type FurnitureName, furnitureByName } from './furniture-names.js';

/** An element as the place of a line. */
export interface ElementPlace {
  /** The element and those around it, innermost first, as far as the body. */
  around: Element[];
  /** Those that are furniture by their names, outermost first. */
  named: { element: Element; reason: FurnitureName }[];
  /** The element whose paragraph, heading or item its text is, and the one around that. */
  block: Element | null;
  container: Element | null;
  isHeading: boolean;
  /** Whether it is of a list, a table, a quotation or of code, where short lines are no labels. */
  isItem: boolean;
  /** The address of the link around it. */
  href: string | null;
  isEmphasised: boolean;
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
/** No page has a reason to nest deeper; elements further out are not looked at. */
const DEPTH = 100;

export function placeOf(element: Element): ElementPlace {
  const around = ancestors(element);
  const end = around.findIndex(({ localName }) => !INLINE.has(localName));
  const block = around[end] ?? null;
  return {
    around,
    named: around.toReversed().flatMap((element) => {
      const reason = furnitureByName(element);
      return reason === null ? [] : [{ element, reason }];
    }),
    block,
    container: block?.parentElement ?? null,
    href: around.find(({ localName }) => localName === 'a')?.getAttribute('href') ?? null,
    isEmphasised: around
      .slice(0, end < 0 ? around.length : end)
      .some(({ localName }) => EMPHASIS.has(localName)),
    isHeading: /^h[1-6]$/.test(block?.localName ?? ''),
    isItem: around.some(({ localName }) => ITEM.test(localName)),
  };
}

function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  let at: Element | null = element;
  for (; at && at.localName !== 'body' && found.length < DEPTH; at = at.parentElement) found.push(at);
  return found;
}

/** Whether a picture stands in a block, or right before it. */
export function isAtPicture(block: Element): boolean {
  const before = block.previousElementSibling;
  const isPicture =
    before !== null && hasPicture(before) && (before.matches(PICTURES) || !before.textContent?.trim());
  return hasPicture(block) || isPicture;
}

function hasPicture(element: Element): boolean {
  return element.matches(PICTURES) || element.querySelector(PICTURES) !== null;
}
