import { readFrontMatter } from '../article/front-matter.js';
import { withoutInvisible } from '../article/invisible.js';
import { decodeText } from './decode.js';
import type { Entry } from './entry.js';
import { fromMarkdown } from './markdown.js';

/** A Markdown file, with or without front matter; a heading of the first rank at its top is the title. */
export function readMarkdown(content: Buffer): Entry {
  const { facts, unknown, text } = readFrontMatter(withoutInvisible(decodeText(content)));
  const read = fromMarkdown(text);
  const title = facts.title ?? read.title;
  return { raw: { ...facts, title, text: read.text, cuts: [] }, isPage: false, unknown, where: null };
}
