import { Readability } from '@mozilla/readability';
import { walk } from './walk.js';

/** The time it takes grows faster than the page; the longest of 400 real pages had 9,745. */
const MOST_ELEMENTS = 30_000;
/** It looks at the children of an element for each of them. */
const MOST_CHILDREN = 2_000;
const LONG_SPACE = /\s{100}/;
const LONG_SPACES = /\s{100,}/g;
/** No page uses it. */
const MARK = 'data-place';

/**
 * Asks Mozilla's reader view which elements of a page are of its article. It changes the document.
 * @returns whether it left an element of that document in the article; null where it found none or the page is too long for it
 */
export function readerView(document: Document): ((element: Element) => boolean) | null {
  const elements = document.body.querySelectorAll('*');
  const isWide = [document.body, ...elements].some(
    ({ childElementCount }) => childElementCount > MOST_CHILDREN,
  );
  if (elements.length > MOST_ELEMENTS || isWide) return null;
  // It builds the page anew from its markup for every try, so that an element is known by its mark alone.
  elements.forEach((element, i) => {
    element.setAttribute(MARK, String(i));
  });
  shortenSpaces(document.body);
  const view = new Readability(document, {
    serializer: (node) => node as Element,
    disableJSONLD: true,
  }).parse();
  const content = view?.content;
  if (!content) return null;
  const kept = new Set(
    [...content.querySelectorAll(`[${MARK}]`)].map((element) => element.getAttribute(MARK)),
  );
  return (element) => kept.has(element.getAttribute(MARK));
}

/** Its expressions take time for the square of a run of white space. */
function shortenSpaces(body: Element): void {
  for (const { node } of walk(body, () => false)) {
    if (node.nodeType === node.TEXT_NODE && LONG_SPACE.test(node.nodeValue ?? ''))
      node.nodeValue = (node.nodeValue ?? '').replaceAll(LONG_SPACES, ' ');
  }
}
