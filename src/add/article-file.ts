import { readFrontMatter, writeFrontMatter } from '../article/front-matter.js';
import { withoutInvisible } from '../article/invisible.js';
import type { RawArticle } from '../article/raw-article.js';
import { withMark } from './added-mark.js';

/**
 * The file of an article: its facts as front matter, and its text as Markdown.
 * @param toMarkdown writes a plain text so that it is read again as it was
 * @param day on which it is written, YYYY-MM-DD
 * @throws UserError where its facts could not be read again
 */
export function articleFile(article: RawArticle, toMarkdown: (text: string) => string, day: string): string {
  const text = toMarkdown(withoutInvisible(article.text).trim());
  // Half of a surrogate pair cannot be written, so it is replaced before the hash is made, not after.
  const file = Buffer.from(`${writeFrontMatter(article)}${text}\n`).toString();
  readFrontMatter(file);
  return withMark(file, day);
}
