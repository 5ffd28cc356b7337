import { extname } from 'node:path';
import { readFrontMatter } from '../article/front-matter.js';
import { withoutInvisible } from '../article/invisible.js';
import type { RawArticle } from '../article/raw-article.js';
import { UserError } from '../user-error.js';
import { decodeText } from './decode.js';

/** A stand-in: texts in UTF-8. */
export function readFile(name: string, content: Buffer): ({ raw: RawArticle } | { reason: string })[] {
  const format = extname(name);
  if (format !== '.txt' && format !== '.md') throw new UserError('its format is not read');
  const { facts, text } = readFrontMatter(withoutInvisible(decodeText(content)));
  return [{ raw: { ...facts, text, cuts: [] } }];
}
