import type { RawArticle } from '../article/raw-article.js';
import { UserError } from '../user-error.js';
import { type Adding, asSentence, failed, type Outcome } from './adding.js';
import { parseAddress } from './address.js';
import { withoutTracking } from './address-key.js';
import { completeFacts } from './complete-facts.js';
import { newestFirst, saveEntry } from './feed-entries.js';
import { type Fetched, fetchPage } from './fetch-page.js';
import { readFetched } from './read-fetched.js';
import { saveArticle } from './save-article.js';

/**
 * Adds each entry of a feed that was fetched, the newest first: its page, or where that cannot be had the text in the
 * feed, if there is enough of it.
 * @throws UserError where it has no entries, or cannot be read
 */
export async function* addFeed(feed: Fetched, adding: Adding): AsyncGenerator<Outcome> {
  const entries = adding.readers.readFeed(adding.readers.decodeText(feed.content));
  if (entries.length === 0) throw new UserError('The feed has no entries.');
  const taken = newestFirst(entries).slice(0, adding.limit);
  adding.onStep({ name: 'feed', address: feed.url.href, entries: entries.length, taken: taken.length });
  for (const [done, entry] of taken.entries()) {
    adding.onStep({ name: 'entry', done, total: taken.length });
    const source = entry.url ?? `${feed.url.href} (entry ${done + 1})`;
    try {
      yield { source, ...(await addEntry(entry, feed, adding)) };
    } catch (error) {
      yield failed(source, adding.explain(error));
    }
  }
}

async function addEntry(entry: RawArticle, feed: Fetched, adding: Adding): Promise<Omit<Outcome, 'source'>> {
  const { article, because } = await readEntry(entry, feed, adding);
  const saved =
    because === null ? saveArticle(article, adding.folder) : saveEntry(article, because, adding.folder);
  return { article, ...saved };
}

/** @returns the article of the entry's page; or what the feed has of it, and why it has to do */
async function readEntry(
  entry: RawArticle,
  feed: Fetched,
  { web, readers }: Adding,
): Promise<{ article: RawArticle; because: string | null }> {
  if (entry.url === null) return { article: entry, because: 'The entry names no page.' };
  let url: string | null = null;
  try {
    const address = parseAddress(entry.url, feed.url);
    url = withoutTracking(address.href);
    const fetched = await fetchPage(address, feed.privateHost, web);
    const [page, another] = await readFetched(fetched, readers);
    if (!page || another)
      throw new UserError('The address of the entry holds something else than one article.');
    return { article: completeFacts(page, entry), because: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { article: { ...entry, url }, because: asSentence(error.message) };
  }
}
