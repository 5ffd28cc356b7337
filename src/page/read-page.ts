import type { RawArticle } from '../article/raw-article.js';
import { parseDocument } from './document.js';

/**
 * Reads a web page.
 * @param from where it was fetched from, and what the server said it is; null for a saved page
 */
export function readPage(
  content: Buffer,
  from: { url: string | null; contentType: string | null },
): RawArticle {
  const document = parseDocument(content.toString('utf8'));
  return {
    title: document.querySelector('title')?.textContent?.trim() || null,
    publisher: null,
    authors: null,
    date: null,
    dateSource: null,
    dateReason: null,
    language: null,
    url: from.url,
    note: null,
    text: (document.body?.textContent ?? '').trim(),
    cuts: [],
  };
}
