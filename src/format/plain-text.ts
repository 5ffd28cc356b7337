import { readFrontMatter } from '../article/front-matter.js';
import { withoutInvisible } from '../article/invisible.js';
import { decodeText } from './decode.js';
import type { Entry } from './entry.js';

/** A text file, with or without front matter. */
export function readPlainText(content: Buffer): Entry {
  const { facts, unknown, text } = readFrontMatter(withoutInvisible(decodeText(content)));
  return { raw: { ...facts, text, cuts: [] }, isPage: false, unknown, where: null };
}
