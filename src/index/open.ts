import { join } from 'node:path';
import type { Article } from '../article/article.js';
import { type SumFiles, withHashThread } from '../hash-files.js';
import { UserError } from '../user-error.js';
import { checkFile, type FileSums, MODEL_FILES, TEXT_FILES } from './build-files.js';
import type { IndexContents } from './contents.js';
import { type Baseline, type Manifest, readManifest } from './manifest.js';
import { VECTORS_FILE } from './passage-vectors.js';
import type { Places } from './places.js';
import { readBuild } from './read-build.js';
import { Segments } from './segment.js';
import { tokensInSegments } from './token-states.js';

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
    // They are summed up in this order: what is summed up first takes longest to be loaded after that.
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
