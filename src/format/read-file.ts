import { extname } from 'node:path';
import { UserError } from '../user-error.js';
import { decodeText } from './decode.js';
import type { Entry } from './entry.js';
import { FORMATS, type Format } from './formats.js';

/** Loaded with the first file that needs them: those of pages and feeds take longer than to index another text. */
const READERS: Record<Format, (content: Buffer) => Promise<Entry[]>> = {
  text: async (content) => [(await import('./plain-text.js')).readPlainText(content)],
  markdown: async (content) => [(await import('./markdown-file.js')).readMarkdown(content)],
  page: async (content) => {
    const { readPage } = await import('../page/read-page.js');
    const raw = readPage(content, { url: null, contentType: null });
    return [{ raw, isPage: true, unknown: [], where: null }];
  },
  json: async (content) => (await import('./json.js')).readJson(textOf(content)),
  lines: async (content) => (await import('./json.js')).readJsonLines(textOf(content)),
  feed: async (content) => {
    const { readFeed } = await import('./feed.js');
    return readFeed(textOf(content)).map((raw, i) => {
      return { raw, isPage: false, unknown: [], where: `item ${i + 1}` };
    });
  },
};

/**
 * Reads all that a file holds, by its name and by what it is: pages and feeds are often saved under other names.
 * @param file its name, with an ending that is read
 * @returns an entry for each of its articles, also for those that cannot be read, in their order
 * @throws UserError where nothing of it can be read
 */
export async function readFile(file: string, content: Buffer): Promise<Entry[]> {
  const named = FORMATS[extname(file).toLowerCase()];
  if (named === undefined) throw new UserError('its format is not read');
  if (content.length === 0) throw new UserError('it holds no text');
  const entries = await READERS[formatOf(named, content)](content);
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
