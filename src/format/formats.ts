/** How a file is read. */
export type Format = 'text' | 'markdown' | 'page' | 'json' | 'lines' | 'feed';

/** By the endings of the names of files. */
export const FORMATS: Record<string, Format | undefined> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.html': 'page',
  '.htm': 'page',
  '.json': 'json',
  '.jsonl': 'lines',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
};
