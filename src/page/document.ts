import { parseHTML } from 'linkedom';

/**
 * The document of a page, as a DOM with a head and a body. Nothing of it is run or fetched.
 * The parser leaves out what a browser would add, and what stands after the body stays after it: both are mended.
 */
export function parseDocument(html: string): Document {
  const whole = /<(?:html|body|frameset)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  const { body, documentElement } = document;
  for (const stray of [...documentElement.childNodes, ...document.childNodes]) {
    if (stray.nodeType === 10 || stray === documentElement || stray === document.head || stray === body)
      continue;
    body.append(stray);
  }
  return document;
}
