import type { FrontMatter } from '../article/front-matter.js';
import { oneLine } from '../article/invisible.js';

/** What a page says of its article. */
export function pageFacts(document: Document, url: string | null): FrontMatter {
  const meta = document.querySelector('meta[property="og:title"]')?.getAttribute('content');
  const title = oneLine(meta ?? document.querySelector('title')?.textContent ?? '');
  return {
    title: title === '' ? null : title,
    publisher: null,
    authors: null,
    date: null,
    dateSource: null,
    dateReason: null,
    language: null,
    url,
    note: null,
  };
}
