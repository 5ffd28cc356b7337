import { addFeed } from './add-feed.js';
import type { Adding, Outcome } from './adding.js';
import { parseAddress } from './address.js';
import { contentKind } from './content-kind.js';
import { fetchPage } from './fetch-page.js';
import { readFetched } from './read-fetched.js';
import { saveArticle } from './save-article.js';

/**
 * Adds what an address holds: a page, a file with articles, or each entry of a feed.
 * @throws UserError where it holds none
 */
export async function* addAddress(address: string, adding: Adding): AsyncGenerator<Outcome> {
  const url = parseAddress(address);
  adding.onStep({ name: 'fetch', address: url.href });
  // A person may name a host of the own network; what leads on from there may not.
  const fetched = await fetchPage(url, url.host, adding.web);
  if (contentKind(fetched.contentType, fetched.content) === 'feed') {
    yield* addFeed(fetched, adding);
    return;
  }
  for (const article of await readFetched(fetched, adding.readers)) {
    yield { source: address, article, ...saveArticle(article, adding.folder) };
  }
}
