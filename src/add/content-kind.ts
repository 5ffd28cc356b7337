import { UserError } from '../user-error.js';

/** A web page, a feed, or a file of the format with this ending. */
export type ContentKind = 'page' | 'feed' | '.txt' | '.md' | '.json' | '.jsonl';

const KINDS: Record<string, ContentKind> = {
  'text/html': 'page',
  'application/xhtml+xml': 'page',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'application/json': '.json',
  'application/ld+json': '.json',
  'application/feed+json': '.json',
  'application/jsonl': '.jsonl',
  'application/x-ndjson': '.jsonl',
};

/** Types that say nothing of what they hold; servers that do not know better send these. */
const VAGUE = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'text/xml', 'application/xml']);

/**
 * What an answer of the web holds. A feed is told by its first element, since many are sent as pages or as plain XML.
 * @throws UserError where it is nothing that articles are read from
 */
export function contentKind(contentType: string | null, content: Buffer): ContentKind {
  const type = (contentType ?? '').split(';', 1).join().trim().toLowerCase();
  const root = rootKind(content);
  if (isPdf(content)) throw notRead('application/pdf');
  if (root === 'feed' && (/xml|html|^text\//.test(type) || VAGUE.has(type))) return 'feed';
  const kind = KINDS[type] ?? (VAGUE.has(type) ? root : null);
  if (kind) return kind;
  throw notRead(type);
}

const START = 4_000;
/** What may stand before the first element: comments, declarations, the XML declaration. */
const PROLOGUE = /<!--[\s\S]*?(?:-->|$)|<[?!][^>]*>/g;
/** The first element; the marks of encodings and the rest of a long declaration may stand before it. */
const FIRST_ELEMENT = /^(?:[^\x21-\x7e]|[\]>])*<([a-z][a-z:]*)/i;

/** What the first element of a content says that it is; null where it does not say. */
export function rootKind(content: Buffer): 'page' | 'feed' | null {
  // Without its zero bytes, UTF-16 reads as ASCII as well.
  const start = content.subarray(0, START).toString('latin1').replaceAll('\0', '');
  const element = FIRST_ELEMENT.exec(start.replace(PROLOGUE, ''))?.[1]?.toLowerCase();
  if (element === 'rss' || element === 'feed' || element === 'rdf:rdf') return 'feed';
  return element === 'html' || /<!doctype html/i.test(start) ? 'page' : null;
}

/** Some servers send these as pages. */
const isPdf = (content: Buffer): boolean => content.subarray(0, 5).toString('latin1') === '%PDF-';

function notRead(type: string): UserError {
  return new UserError(`The address holds ${describe(type)}, and no article is read from that.`);
}

function describe(type: string): string {
  if (type === 'application/pdf') return 'a PDF document';
  if (VAGUE.has(type)) return 'something that does not say what it is';
  const [main = ''] = type.split('/');
  if (main === 'image') return `an image (${type})`;
  if (main === 'video' || main === 'audio') return `a recording (${type})`;
  return `something else than a page (${type})`;
}
