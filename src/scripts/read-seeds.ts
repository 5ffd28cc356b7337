import { FACT_NAMES } from '../article/front-matter.js';
import { type Articles, readArticles } from '../article/read-articles.js';
import type { Config } from '../config.js';
import type { KnownArticles } from '../index/build.js';
import { printable } from '../printable.js';
import { UserError } from '../user-error.js';

/**
 * Reads the articles; a line on standard error tells of each file that is skipped, or not read in full.
 * @throws UserError where there are none
 */
export async function readSeeds({ seedsDir }: Config, _known?: KnownArticles): Promise<Articles> {
  const found = await readArticles(seedsDir);
  for (const { file, reason } of found.skipped) console.error(printable(`Skipped ${file}: ${reason}.`));
  for (const { file, names } of found.unread) {
    console.error(
      printable(`Not read in ${file}: ${names.join(', ')} (what is read: ${FACT_NAMES.join(', ')}).`),
    );
  }
  if (found.articles.length > 0) return found;
  throw new UserError(
    `SEEDS_DIR should hold articles as .txt or .md files, but there are none in ${seedsDir}. Put some there.`,
  );
}
