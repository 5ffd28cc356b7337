import { parseHTML } from 'linkedom';

/** The document of a page, as a DOM. Nothing of it is run or fetched. */
export function parseDocument(html: string): Document {
  return parseHTML(html).document;
}
