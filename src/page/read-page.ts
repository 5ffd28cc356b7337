import type { RawArticle } from '../article/raw-article.js';
import { UserError } from '../user-error.js';
import { readBody } from './body.js';
import { decodePage } from './decode-page.js';
import { parseDocument } from './document.js';
import { pageFacts } from './page-facts.js';

/**
 * Reads the article of a web page.
 * @param content the page's bytes, in any encoding
 * @param from where it came from, as far as it is known
 * @throws UserError where the page holds no text at all
 */
export function readPage(
  content: Uint8Array,
  from: { url: string | null; contentType: string | null },
): RawArticle {
  const document = parseDocument(decodePage(content, from.contentType));
  const facts = pageFacts(document, from.url);
  const body = readBody(document, from.url);
  if (!/\p{L}/u.test(body.text)) throw new UserError('it holds no text');
  return { ...facts, ...body };
}
