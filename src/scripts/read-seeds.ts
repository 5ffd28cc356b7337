import { FACT_NAMES } from '../article/front-matter.js';
import { type Articles, readArticles } from '../article/read-articles.js';
import type { Skipped } from '../article/seed-files.js';
import type { Config } from '../config.js';
import type { KnownArticles } from '../index/build-options.js';
import { printable } from '../printable.js';
import { UserError } from '../user-error.js';
import { showProgress } from './progress.js';

/**
 * Reads the articles; a line on standard error tells of each file that is skipped, or not read in full.
 * @throws UserError where there are none
 */
export async function readSeeds({ seedsDir }: Config, known?: KnownArticles): Promise<Articles> {
  const show = showProgress();
  const onFile = (done: number, total: number) => show({ doing: 'Reading', done, total, unit: 'files' });
  const found = await readArticles(seedsDir, { onFile, ...(known && { known }) });
  show(null);
  for (const line of skippedLines(found.skipped)) console.error(printable(line));
  for (const { file, names } of found.unread) {
    console.error(
      printable(`Not read in ${file}: ${names.join(', ')} (what is read: ${FACT_NAMES.join(', ')}).`),
    );
  }
  if (found.articles.length > 0) return found;
  throw new UserError(
    `SEEDS_DIR should hold articles (texts, saved pages, JSON, feeds), but there are none in ${seedsDir}. Put some there.`,
  );
}

/** A line for each file; of the entries of one, the first few are named. */
const MOST_ENTRIES = 3;

function skippedLines(skipped: readonly Skipped[]): string[] {
  const lines: string[] = [];
  const entries = new Map<string, string[]>();
  for (const { file, entry, reason } of skipped) {
    if (entry === undefined) lines.push(`Skipped ${file}: ${reason}.`);
    else if (entries.get(file)?.push(reason) === undefined) entries.set(file, [reason]);
  }
  for (const [file, reasons] of entries) {
    const more = reasons.length - MOST_ENTRIES;
    const named = reasons.slice(0, MOST_ENTRIES).join('; ');
    const count = reasons.length === 1 ? '1 entry' : `${reasons.length} entries`;
    lines.push(`Skipped ${count} of ${file}: ${named}${more > 0 ? `; and ${more} more` : ''}.`);
  }
  return lines;
}
