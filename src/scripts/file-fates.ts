import type { Article } from '../article/article.js';
import { summaryOf } from '../article/article.js';
import type { Articles } from '../article/read-articles.js';
import type { FilesBefore } from '../index/build-options.js';
import { dateOf, publisherOf, sizeOf, titleOf } from '../view.js';

/** Of more files than these, those that are new or have changed are counted only. */
const MOST_LINES = 200;

/**
 * What became of each file that is new or has changed, and of each that is gone, a line each; those that are skipped are
 * told by who reads them.
 * @param before the files that the index was made from
 */
export function fateLines(found: Articles, before: FilesBefore): string[] {
  const articles = new Map<string, Article[]>();
  for (const article of found.articles) {
    const others = articles.get(article.file);
    if (others) others.push(article);
    else articles.set(article.file, [article]);
  }
  const files = new Set(found.seeds.map(({ file }) => file));
  const gone = [...before]
    .filter(([file, { articles: held }]) => !files.has(file) && held > 0)
    .map(([file]) => `Removed ${file}.`);
  const read = found.seeds
    .filter(({ file, sha256 }) => before.get(file)?.sha256 !== sha256 && articles.has(file))
    .map(({ file }) => fateLine(before.has(file) ? 'Changed' : 'Added', file, articles.get(file) ?? []));
  if (read.length <= MOST_LINES) return [...gone, ...read];
  const count = read.length.toLocaleString('en');
  return [...gone, `Added or changed ${count} files; "npm run sources" lists what is known of each.`];
}

function fateLine(fate: string, file: string, articles: Article[]): string {
  const [first] = articles;
  if (!first || articles.length > 1) return `${fate} ${file}: ${articles.length} articles.`;
  const summary = summaryOf(first);
  const facts = [
    titleOf(summary),
    publisherOf(summary),
    dateOf(summary),
    first.language ?? 'language unknown',
  ];
  return `${fate} ${file}: ${[...facts, sizeOf(summary)].join(' · ')}`;
}
