import { extname } from 'node:path';
import { readFrontMatter } from '../article/front-matter.js';
import { withoutInvisible } from '../article/invisible.js';
import type { RawArticle } from '../article/raw-article.js';
import { UserError } from '../user-error.js';

/** A stand-in: texts in UTF-8. */
export function readFile(name: string, content: Buffer): RawArticle[] {
  const format = extname(name);
  if (format !== '.txt' && format !== '.md')
    throw new UserError(`its format ${format || '(none)'} is not read`);
  const { facts, text } = readFrontMatter(withoutInvisible(decode(content)));
  return [{ ...facts, text, cuts: [] }];
}

export function decode(content: Buffer): string {
  return content.toString('utf8');
}
