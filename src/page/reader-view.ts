import { Readability } from '@mozilla/readability';

/** No page uses it. */
const MARK = 'data-place';

/**
 * Asks Mozilla's reader view which elements of a page are of its article. It changes the document.
 * @returns whether it left an element of that document in the article; null where it found none
 */
export function readerView(document: Document): ((element: Element) => boolean) | null {
  let count = 0;
  // It builds the page anew from its markup for every try, so that an element is known by its mark alone.
  for (const element of document.body.querySelectorAll('*')) element.setAttribute(MARK, String(count++));
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
