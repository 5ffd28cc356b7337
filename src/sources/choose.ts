import { basename, resolve } from 'node:path';
import type { Article } from '../article/article.js';
import type { Skipped } from '../article/seed-files.js';
import { UserError } from '../user-error.js';

/**
 * The articles of the files that were asked for, by their place in the folder, as paths, or by their names alone.
 * @throws UserError where a file has none, with the reason if it was skipped
 */
export function chooseArticles(
  files: readonly string[],
  folder: string,
  { articles, skipped }: { articles: readonly Article[]; skipped: readonly Skipped[] },
): Article[] {
  return files.flatMap((asked) => {
    const isAsked = ({ file }: { file: string }): boolean =>
      file === asked || resolve(folder, file) === resolve(asked) || basename(file) === asked;
    const chosen = articles.filter(isAsked);
    if (chosen.length > 0) return chosen;
    const reason = skipped.find(isAsked)?.reason;
    throw new UserError(
      reason
        ? `${asked} holds no article that is read: ${reason}.`
        : `Expected a file of the folder of articles (${folder}), but found none: ${asked}`,
    );
  });
}
