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
  MODEL_FILES,
  SKETCHES_FILE,
  TEXT_FILES,
} from './build-files.js';
import { type Baseline, type Manifest, readManifest } from './manifest.js';
import { PassageTable } from './passage-table.js';
import { PassageVectors, VECTORS_FILE } from './passage-vectors.js';
import { Places } from './places.js';
import { Segments } from './segment.js';
import { type TokenStates, tokensInSegments } from './token-states.js';

/** What an index holds: passages with their vectors, tokens and words, and the articles they are cut from. */
export interface IndexContents {
  passages: PassageTable;
  /** In the order of the passages. */
  vectors: PassageVectors;
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
  places: Places;
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
 * @param onArticles told the articles as soon as they are known to be whole, while the rest is loaded
 * @throws UserError where a file is not as it was written, or another model made it
 */
export async function openBuild(
  directory: string,
  manifest: Manifest,
  model: IndexModel,
  sumFiles: SumFiles,
  onArticles: (articles: Article[]) => void = () => {},
): Promise<OpenIndex> {
  if (manifest.model.sha256 !== model.sha256) {
    throw new UserError(
      `The index in ${directory} was made with another model (${manifest.model.name}) than EMBEDDING_MODEL names ` +
        `(${model.name}). Run "npm run index" to build it again.`,
    );
  }
  // Opened first: what is open cannot be taken away.
  const segments = Segments.open(directory, manifest.segments);
  try {
    const folder = join(directory, manifest.build);
    const check = (name: keyof FileSums): Promise<void> => checkFile(directory, manifest, name, sumFiles);
    // One after the other: these take longest to be loaded then.
    const vectors = check(VECTORS_FILE);
    const others = Promise.all([...MODEL_FILES, ...TEXT_FILES].map(check));
    const checking = Promise.all([vectors, others]);
    const reading = readBuild(folder, manifest, { vectors, others }, onArticles);
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
  { model: { dimension }, segments }: Manifest,
  checked: { vectors: Promise<void>; others: Promise<unknown> },
  onArticles: (articles: Article[]) => void,
): Promise<Omit<IndexContents, 'tokens'> & { places: Places }> {
  const reading = readText(join(folder, ARTICLES_FILE)).then((text): Article[] => JSON.parse(text));
  const [articles, passages, vectors, places, terms, articleVectors, sketches, copies] = await Promise.all([
    Promise.all([reading, checked.others]).then(([read]) => {
      onArticles(read);
      return read;
    }),
    checked.others.then(() => PassageTable.load(folder, reading)),
    PassageVectors.load(folder, dimension, checked.vectors),
    Places.load(
      folder,
      segments.map(({ name }) => name),
    ),
    checked.others.then(() => TermIndex.load(folder)),
    checked.others.then(() => ArticleVectors.load(folder, dimension)),
    checked.others.then(() => Lists.load(join(folder, SKETCHES_FILE))),
    readText(join(folder, COPIES_FILE)),
  ]);
  return { passages, vectors, places, terms, articles, articleVectors, sketches, copies: JSON.parse(copies) };
}
