import type { RawArticle } from '../article/raw-article.js';
import { UserError } from '../user-error.js';
import { addressOfPage } from './address-key.js';
import { checkPage } from './check-page.js';
import { contentKind } from './content-kind.js';
import type { Fetched } from './fetch-page.js';
import type { Readers } from './readers.js';

/**
 * Reads the articles that an address holds.
 * @throws UserError where there is none
 */
export async function readFetched(
  { content, contentType, url }: Fetched,
  readers: Readers,
): Promise<RawArticle[]> {
  if (content.length === 0) throw new UserError('The page is empty.');
  const kind = contentKind(contentType, content);
  if (kind === 'feed') throw new UserError('The address holds a feed, and no article.');
  if (kind === 'page') {
    const page = readers.readPage(content, { url: url.href, contentType });
    checkPage(page, () => readers.parsePage(content, contentType));
    return [{ ...page, url: addressOfPage(url, page.url) }];
  }
  const entries = await readers.readFile(`page${kind}`, content);
  const articles = entries.flatMap((entry) => ('raw' in entry ? [entry.raw] : []));
  const [first] = articles;
  if (!first) throw new UserError('The address holds no article.');
  // Several articles cannot all be known by one address.
  return articles.length === 1 ? [{ ...first, url: first.url ?? addressOfPage(url, null) }] : articles;
}
