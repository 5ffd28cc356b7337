import { join } from 'node:path';
import type { Article } from '../article/article.js';
import type { Copy } from '../copies/find-copies.js';
import { type SumFiles, withHashThread } from '../hash-files.js';
import { Lists } from '../lists.js';
import { UserError } from '../user-error.js';
import { readText } from '../whole-file.js';
import { TermIndex } from '../words/term-index.js';
import { ArticleVectors } from './article-vectors.js';
import {
  ARTICLES_FILE,
  COPIES_FILE,
  checkFile,
  type FileSums,
  PASSAGE_FILES,
  SKETCHES_FILE,
  TEXT_FILES,
} from './build-files.js';
import { type Baseline, type Manifest, readManifest } from './manifest.js';
import { PassageIndex, VECTORS_FILE } from './passage-index.js';
import { type Place, Segments } from './segment.js';
import { loadPlaces, type TokenStates, tokensInSegments } from './token-states.js';

/** What an index holds: passages with their vectors, tokens and words, and the articles they are cut from. */
export interface IndexContents {
  passages: PassageIndex;
  /** In the order of the passages. */
  tokens: TokenStates;
  /** Which words stand in which passages. */
  terms: TermIndex;
  articles: Article[];
  /** In the order of the articles. */
  articleVectors: ArticleVectors;
  /** Of the articles, by which copies are found. */
  sketches: Lists;
  /** Which of the articles are copies of each other. */
  copies: Copy[];
}

/** A build that was checked and loaded. */
export interface OpenIndex extends IndexContents {
  /** The name of the build. */
  build: string;
  /** What questions score that no such archive answers. */
  baseline: Baseline;
  /** Where what the model made of each passage lies. */
  places: Place[];
  segments: Segments;
  /** Gives back the files that it keeps open. */
  close(): void;
}

/** The model with which an index is opened. */
export interface IndexModel {
  name: string;
  /** Of its files. */
  sha256: string;
}

/**
 * Opens the current build of an index.
 * @throws UserError where there is none, it is damaged, or another model made it
 */
export async function openIndex(directory: string, model: IndexModel): Promise<OpenIndex> {
  const manifest = await readManifest(directory);
  if (!manifest) throw new UserError(`There is no index in ${directory}. Run "npm run index" to build it.`);
  return withHashThread(async (sumFiles) => {
    try {
      return await openBuild(directory, manifest, model, sumFiles);
    } catch (error) {
      // A build that finished meanwhile may have taken this one away; the manifest names the one to open.
      const latest = await readManifest(directory);
      if (!latest || latest.build === manifest.build) throw error;
      return openBuild(directory, latest, model, sumFiles);
    }
  });
}

/**
 * Opens the build that a manifest names.
 * @throws UserError where a file is not as it was written, or another model made it
 */
export async function openBuild(
  directory: string,
  manifest: Manifest,
  model: IndexModel,
  sumFiles: SumFiles,
): Promise<OpenIndex> {
  if (manifest.model.sha256 !== model.sha256) {
    throw new UserError(
      `The index in ${directory} was made with another model (${manifest.model.name}) than EMBEDDING_MODEL names ` +
        `(${model.name}). Run "npm run index" to build it again.`,
    );
  }
  const { dimension } = manifest.model;
  // Opened first: what is open cannot be taken away.
  const segments = Segments.open(directory, manifest.segments);
  try {
    const folder = join(directory, manifest.build);
    const check = (name: keyof FileSums): Promise<void> => checkFile(directory, manifest, name, sumFiles);
    // One after the other: these take longest to be loaded then.
    const vectors = check(VECTORS_FILE);
    const others = Promise.all([...PASSAGE_FILES, ...TEXT_FILES].map(check));
    const checking = Promise.all([vectors, others]);
    const reading = readBuild(folder, dimension, { vectors, others });
    const [checked, read] = await Promise.allSettled([checking, reading]);
    // Where a file is not whole, that is why it could not be read.
    if (checked.status === 'rejected') throw checked.reason;
    if (read.status === 'rejected') throw read.reason;
    return {
      ...read.value,
      tokens: tokensInSegments(read.value.places, segments),
      build: manifest.build,
      baseline: manifest.baseline,
      segments,
      close: () => segments.close(),
    };
  } catch (error) {
    segments.close();
    throw error;
  }
}

/**
 * Reads the files of a build. Texts are parsed while another thread checks all files, which takes as long.
 * @param checked when files are known to be whole: only then is anything read that might end the process
 */
async function readBuild(
  folder: string,
  dimension: number,
  checked: { vectors: Promise<void>; others: Promise<unknown> },
): Promise<Omit<IndexContents, 'tokens'> & { places: Place[] }> {
  const reading = readText(join(folder, ARTICLES_FILE)).then((text): Article[] => JSON.parse(text));
  const [articles, passages, places, terms, articleVectors, sketches, copies] = await Promise.all([
    reading,
    PassageIndex.load(folder, dimension, reading.then(byId), checked.vectors),
    loadPlaces(folder),
    checked.others.then(() => TermIndex.load(folder)),
    checked.others.then(() => ArticleVectors.load(folder, dimension)),
    checked.others.then(() => Lists.load(join(folder, SKETCHES_FILE))),
    readText(join(folder, COPIES_FILE)),
  ]);
  return { passages, places, terms, articles, articleVectors, sketches, copies: JSON.parse(copies) };
}

export const byId = (articles: Article[]): Map<string, Article> =>
  new Map(articles.map((article) => [article.id, article]));
