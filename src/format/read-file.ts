import { extname } from 'node:path';
import { readPage } from '../page/read-page.js';
import { UserError } from '../user-error.js';
import { decodeText } from './decode.js';
import type { Entry } from './entry.js';
import { readFeed } from './feed.js';
import { FORMATS, type Format } from './formats.js';
import { readJson, readJsonLines } from './json.js';
import { readMarkdown, readPlainText } from './plain-text.js';

const READERS: Record<Format, (content: Buffer) => Entry[]> = {
  text: (content) => [readPlainText(content)],
  markdown: (content) => [readMarkdown(content)],
  page: (content) => [
    { raw: readPage(content, { url: null, contentType: null }), isPage: true, unknown: [], where: null },
  ],
  json: (content) => readJson(textOf(content)),
  lines: (content) => readJsonLines(textOf(content)),
  feed: (content) =>
    readFeed(textOf(content)).map((raw, i) => ({ raw, isPage: false, unknown: [], where: `item ${i + 1}` })),
};

/**
 * Reads all that a file holds, by its name and by what it is: pages and feeds are often saved under other names.
 * @param file its name, with an ending that is read
 * @returns an entry for each of its articles, also for those that cannot be read, in their order
 * @throws UserError where nothing of it can be read
 */
export function readFile(file: string, content: Buffer): Entry[] {
  const named = FORMATS[extname(file).toLowerCase()];
  if (named === undefined) throw new UserError('its format is not read');
  if (content.length === 0) throw new UserError('it holds no text');
  const entries = READERS[formatOf(named, content)](content);
  if (entries.length === 0) throw new UserError('it holds no articles');
  return entries;
}

const PAGE = /^(?:\s|<!--[\s\S]*?-->|<\?xml\b[^>]*>)*(?:<!doctype\s+html\b|<html[\s>])/i;
const FEED = /^(?:\s|<!--[\s\S]*?-->|<\?xml\b[^>]*>|<\?xml-stylesheet\b[^>]*>)*<(?:rss|feed|rdf:RDF)[\s>]/i;
/** So far into a file, its first element is looked for. */
const HEAD = 2_000;

function formatOf(named: Format, content: Buffer): Format {
  if (named === 'json' || named === 'lines' || named === 'markdown') return named;
  // Bytes as letters: in UTF-16 every other one is zero.
  const head = content.toString('latin1', 0, HEAD).replace(/[\0\u0080-\u00ff]/g, '');
  if (FEED.test(head)) return 'feed';
  return PAGE.test(head) ? 'page' : named;
}

const textOf = (content: Buffer): string => decodeText(content).replace(/^\uFEFF/, '');
