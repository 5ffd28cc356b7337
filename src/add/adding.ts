import type { RawArticle } from '../article/raw-article.js';
import type { Web } from './fetch-page.js';
import type { Readers } from './readers.js';
import type { Folder, Saved } from './save-article.js';

/** All that adding needs. */
export interface Adding {
  web: Web;
  readers: Readers;
  folder: Folder;
  /** The largest number of entries that is taken from a feed. */
  limit: number;
  /** The words in which an error is shown. */
  explain: (error: unknown) => string;
  onStep: (step: AddStep) => void;
}

/** Where it is: reading the folder, at an address, or so far in a feed. */
export type AddStep =
  | { name: 'folder'; path: string }
  | { name: 'fetch'; address: string }
  | { name: 'feed'; address: string; entries: number; taken: number }
  | { name: 'entry'; done: number; total: number };

/** What became of an article. */
export interface Outcome {
  /** The file or the address that it was read from. */
  source: string;
  fate: Saved['fate'] | 'failed';
  /** Where it is, as a path below the folder of articles; null where it is not. */
  file: string | null;
  /** What a person should know of it, in sentences. */
  reason: string | null;
  /** What was found; null where there was nothing. */
  article: RawArticle | null;
}

export function failed(source: string, reason: string): Outcome {
  return { source, fate: 'failed', file: null, reason: asSentence(reason), article: null };
}

/** The reasons of readers ("it holds no text") are parts of a sentence, to be put after a file's name. */
export function asSentence(reason: string): string {
  const sentence = `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}`;
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
