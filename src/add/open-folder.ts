import { stat } from 'node:fs/promises';
import { readArticles } from '../article/read-articles.js';
import { withoutRepeatedCuts } from '../furniture/repeated.js';
import { systemCode } from '../user-error.js';
import { KnownArticles } from './known-articles.js';
import type { Folder } from './save-article.js';

/**
 * Opens the folder of articles to add to; one that is not there is made when the first article is written.
 * @param tell gets a line where not all of the folder could be read
 * @throws UserError where it is no folder
 */
export async function openFolder(
  path: string,
  { writes, toMarkdown, tell }: Pick<Folder, 'writes' | 'toMarkdown'> & { tell: (line: string) => void },
): Promise<Folder> {
  const { articles, skipped } = (await exists(path))
    ? await readArticles(path)
    : { articles: [], skipped: [] };
  if (skipped.length > 0) {
    const files = skipped.length === 1 ? '1 file there' : `${skipped.length} files there`;
    tell(`${files} cannot be read, so what may be in it is not recognised ("npm run sources" says why).`);
  }
  const today = new Date().toISOString().slice(0, 10);
  return { path, known: new KnownArticles(articles.map(withoutRepeatedCuts)), writes, toMarkdown, today };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => systemCode(error) !== 'ENOENT',
  );
}
