import type { Article } from '../article/article.js';
import type { SeedFile } from '../article/seed-files.js';
import type { EncodeTexts } from '../embedding/encode-text.js';
import type { IndexContents } from './contents.js';
import type { Baseline } from './manifest.js';
import type { IndexModel } from './open.js';

/** Where a build is. One that ends at any of these steps leaves the old index in place, or the new one. */
export type BuildStep =
  | { name: 'wait' | 'write' | 'check' | 'publish' | 'tidy' }
  | { name: 'start'; reason: string }
  | { name: 'verify' | 'cut' | 'embed' | 'link' | 'measure'; done: number; total: number };

export interface BuildOptions {
  /** Where the index is. */
  directory: string;
  /**
   * Reads the articles, and the files that they are in; those of files that are unchanged may be taken over.
   * Called while no other build is under way, so that none can replace newer articles with older ones.
   * @param before the files that the index was made from, also where nothing of it may be taken over
   */
  read: (known: KnownArticles, before: FilesBefore) => Promise<{ articles: Article[]; seeds: SeedFile[] }>;
  model: IndexModel;
  encode: EncodeTexts;
  /**
   * Finds what questions score in the new index that no such archive answers.
   * @param onQuestion to be told how many are asked, and of how many
   */
  measureBaseline: (
    index: IndexContents,
    onQuestion: (done: number, total: number) => void,
  ) => Promise<Baseline>;
  /** Embed everything again, also what has not changed. */
  full?: boolean;
  /** Called before every step, and within the long ones as they go on. */
  onStep?: (step: BuildStep) => void;
}

/** The articles of the index that is there, by the files that they were read from, with the hashes of these. */
export type KnownArticles = Map<string, { sha256: string; articles: Article[] }>;

/** Files by their names, with their hashes, and how many articles they held. */
export type FilesBefore = Map<string, { sha256: string; articles: number }>;

type LongStep = Extract<BuildStep, { done: number }>['name'];

/** Tells how far a long step is. */
export function progressOf({
  onStep,
}: BuildOptions): (name: LongStep) => (done: number, total: number) => void {
  return (name) => (done, total) => onStep?.({ name, done, total });
}
