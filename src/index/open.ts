import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { Article } from '../article/article.js';
import type { Embedder } from '../embedding/embedder.js';
import { UserError } from '../user-error.js';
import { ARTICLES_FILE, checkFiles } from './build-files.js';
import { type Manifest, readManifest } from './manifest.js';
import { PassageIndex } from './passage-index.js';
import { TokenStates } from './token-states.js';

/** What an index holds: passages with their vectors, the states of their tokens, and the articles they are cut from. */
export interface IndexContents {
  passages: PassageIndex;
  tokens: TokenStates;
  articles: Article[];
}

/** A build that was checked and loaded. */
export interface OpenIndex extends IndexContents {
  /** The score from which a hit answers a question. */
  threshold: number;
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
  return { ...(await readBuild(folder, embedder, manifest.model.dimension)), threshold: manifest.threshold };
}

/** Reads the files of a build, which must be known to be whole. */
export async function readBuild(
  folder: string,
  embedder: EmbeddingsInterface,
  dimension: number,
): Promise<IndexContents> {
  const passages = await PassageIndex.load(folder, embedder, dimension);
  const tokens = await TokenStates.load(folder, passages.all, dimension);
  return { passages, tokens, articles: JSON.parse(await readFile(join(folder, ARTICLES_FILE), 'utf8')) };
}
