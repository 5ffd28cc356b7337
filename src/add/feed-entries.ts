import type { RawArticle } from '../article/raw-article.js';
import { UserError } from '../user-error.js';
import { type Folder, type Saved, saveArticle } from './save-article.js';
import { countWords } from './words.js';

/** Feeds that hold no full texts hold teasers of 20 to 60 words. */
const FEWEST_WORDS = 100;

/** The entries of a feed, the latest first; those without a date last, in their order. */
export function newestFirst(entries: RawArticle[]): RawArticle[] {
  return entries.toSorted((one, other) => {
    if (one.date === other.date) return 0;
    return (one.date ?? '') < (other.date ?? '') ? 1 : -1;
  });
}

/**
 * Adds the text that a feed holds of an article, where it can stand for the article. It never takes the place of one
 * that is there already, which may have come from the page and be longer.
 * @param because why it has to stand for it, as a sentence
 * @throws UserError where it is a teaser
 */
export function saveEntry(entry: RawArticle, because: string, folder: Folder): Saved {
  const known = entry.url === null ? undefined : folder.known.withAddress(entry.url);
  if (known) return { fate: 'unchanged', file: known.file, reason: because };
  const words = countWords(entry.text);
  if (words < FEWEST_WORDS) {
    const found = words === 0 ? 'no text' : `only ${words} ${words === 1 ? 'word' : 'words'}`;
    throw new UserError(`${because} The feed itself holds ${found} of the article.`);
  }
  const { fate, file, reason } = saveArticle(entry, folder);
  return { fate, file, reason: [because, 'This is the text of the feed.', reason ?? ''].join(' ').trim() };
}
