import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { Article } from '../article/article.js';
import type { Embedder } from '../embedding/embedder.js';
import { UserError } from '../user-error.js';
import { TermIndex } from '../words/term-index.js';
import { ArticleVectors } from './article-vectors.js';
import { ARTICLES_FILE, checkFiles } from './build-files.js';
import { type Baseline, type Manifest, readManifest } from './manifest.js';
import { PassageIndex } from './passage-index.js';
import { TokenStates } from './token-states.js';

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
}

/** A build that was checked and loaded. */
export interface OpenIndex extends IndexContents {
  /** What questions score that no such archive answers. */
  baseline: Baseline;
}

/**
 * Opens the current build of an index.
 * @throws UserError where there is none, it is damaged, or another model made it
 */
export async function openIndex(directory: string, embedder: Embedder): Promise<OpenIndex> {
  const manifest = await readManifest(directory);
  if (!manifest) throw new UserError(`There is no index in ${directory}. Run "npm run index" to build it.`);
  try {
    return await openBuild(directory, manifest, embedder);
  } catch (error) {
    // A build that finished meanwhile may have taken this one away; the manifest names the one to open.
    const latest = await readManifest(directory);
    if (!latest || latest.build === manifest.build) throw error;
    return openBuild(directory, latest, embedder);
  }
}

/**
 * Opens the build that a manifest names.
 * @throws UserError where a file is not as it was written, or another model made it
 */
export async function openBuild(
  directory: string,
  manifest: Manifest,
  embedder: Embedder,
): Promise<OpenIndex> {
  if (manifest.model.sha256 !== embedder.sha256) {
    throw new UserError(
      `The index in ${directory} was made with another model (${manifest.model.name}) than EMBEDDING_MODEL names ` +
        `(${embedder.folder.name}). Run "npm run index" to build it again.`,
    );
  }
  await checkFiles(directory, manifest.build, manifest.files);
  const folder = join(directory, manifest.build);
  return { ...(await readBuild(folder, embedder, manifest.model.dimension)), baseline: manifest.baseline };
}

/** Reads the files of a build, which must be known to be whole. */
export async function readBuild(
  folder: string,
  embedder: EmbeddingsInterface,
  dimension: number,
): Promise<IndexContents> {
  const passages = await PassageIndex.load(folder, embedder, dimension);
  return {
    passages,
    terms: await TermIndex.load(folder),
    articles: JSON.parse(await readFile(join(folder, ARTICLES_FILE), 'utf8')),
    articleVectors: await ArticleVectors.load(folder, dimension),
    // Last, since it keeps a file open.
    tokens: await TokenStates.load(folder, dimension),
  };
}
