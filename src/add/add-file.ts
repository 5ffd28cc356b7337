import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { systemCode, UserError } from '../user-error.js';
import { type Adding, failed, type Outcome } from './adding.js';
import { checkPage } from './check-page.js';
import { rootKind } from './content-kind.js';
import { newestFirst, saveEntry } from './feed-entries.js';
import type { Readers } from './readers.js';
import { saveArticle } from './save-article.js';

const LARGEST_FILE = 10_000_000;
/** Formats that may hold anything, also what looks like a page. */
const NEVER_PAGES = ['.txt', '.md', '.json', '.jsonl'];

const FROM_FEED =
  'Of a saved feed no pages are fetched; add the address of the feed, or of the page, for that.';

/**
 * Adds what a file on the disk holds. Nothing is fetched for it: the entries of a saved feed are what it holds of them.
 * @throws UserError where it holds no article
 */
export async function* addFile(path: string, adding: Adding): AsyncGenerator<Outcome> {
  const content = await contentOf(path);
  const mayBePage = !NEVER_PAGES.includes(extname(path).toLowerCase());
  const kind = mayBePage ? rootKind(content) : null;
  const entries = await entriesOf(kind, basename(path), content, adding);
  if (entries.length === 0) throw new UserError('The file holds no articles.');
  for (const entry of entries) {
    try {
      if ('reason' in entry) throw new UserError(entry.reason);
      const saved =
        kind === 'feed'
          ? saveEntry(entry.raw, FROM_FEED, adding.folder)
          : saveArticle(entry.raw, adding.folder);
      yield { source: path, article: entry.raw, ...saved };
    } catch (error) {
      yield failed(path, adding.explain(error));
    }
  }
}

async function entriesOf(
  kind: 'page' | 'feed' | null,
  name: string,
  content: Buffer,
  { readers, limit }: Adding,
): ReturnType<Readers['readFile']> {
  if (kind === null) return readers.readFile(name, content);
  if (kind === 'feed') {
    const entries = newestFirst(readers.readFeed(readers.decodeText(content)));
    return entries.slice(0, limit).map((raw) => ({ raw }));
  }
  const raw = readers.readPage(content, { url: null, contentType: null });
  checkPage(raw, () => readers.parsePage(content, null));
  return [{ raw }];
}

async function contentOf(path: string): Promise<Buffer> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) throw new UserError('This is a folder; name the files in it.');
    if (!status.isFile()) throw new UserError('This is not a file.');
    if (status.size === 0) throw new UserError('The file is empty.');
    if (status.size > LARGEST_FILE) {
      throw new UserError(`The file is larger than ${LARGEST_FILE / 1e6} MB, which no article is.`);
    }
    return await readFile(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const reason =
      code === 'ENOENT'
        ? 'There is no such file. An address starts with https:// or http://.'
        : `The file cannot be read (${code}).`;
    throw new UserError(reason, 1, { cause: error });
  }
}
