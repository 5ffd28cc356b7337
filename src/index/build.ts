import { mkdir } from 'node:fs/promises';
import type { Article } from '../article/article.js';
import type { SeedFile } from '../article/seed-files.js';
import type { Embedder } from '../embedding/embedder.js';
import { UserError } from '../user-error.js';
import {
  newBuildName,
  publish,
  readBack,
  removeBuild,
  removeBuilds,
  unwritable,
  writeBuild,
} from './build-folder.js';
import { withBuildLock } from './build-lock.js';
import { indexArticles, type KnownVectors, knownFrom, NOTHING_KNOWN } from './index-articles.js';
import {
  type Baseline,
  describeArticle,
  FORMAT,
  type Manifest,
  readManifest,
  SIZES,
  whyOutdated,
} from './manifest.js';
import { type IndexContents, openBuild } from './open.js';

/** Where a build is. One that ends at any of these steps leaves the old index in place, or the new one. */
export type BuildStep =
  | { name: 'wait' | 'write' | 'check' | 'publish' | 'tidy' }
  | { name: 'start'; reason: string }
  | { name: 'embed'; done: number; total: number };

export interface BuildOptions {
  /** Where the index is. */
  directory: string;
  articles: Article[];
  /** The files that they were read from. */
  seeds: SeedFile[];
  embedder: Embedder;
  /** Finds what questions score in the new index that no such archive answers. */
  measureBaseline: (index: IndexContents) => Promise<Baseline>;
  /** Embed everything again, also what has not changed. */
  full?: boolean;
  /** Called before every step, and before every passage is embedded. */
  onStep?: (step: BuildStep) => void;
}

export interface BuildReport {
  passages: number;
  /** Those that were embedded; the vectors of the others were there already. */
  embedded: number;
  /** False where the index was already made from just these articles and this model. */
  built: boolean;
}

/**
 * Builds the index in a folder of its own, reads back what was written, and then makes it the current one by
 * replacing the manifest. Until that step the old index serves; a second build waits for the first.
 * @throws UserError where the folder cannot be written, or the disk is full
 */
export async function buildIndex(options: BuildOptions): Promise<BuildReport> {
  const { directory, onStep } = options;
  try {
    await mkdir(directory, { recursive: true });
    return await withBuildLock(
      directory,
      () => onStep?.({ name: 'wait' }),
      () => build(options),
    );
  } catch (error) {
    throw unwritable(directory, error);
  }
}

async function build(options: BuildOptions): Promise<BuildReport> {
  const { directory, articles, seeds, embedder, full = false, onStep } = options;
  const old = await readOld(options);
  if (old.reason === null && !full) return { passages: old.passages, embedded: 0, built: false };
  onStep?.({ name: 'start', reason: old.reason ?? 'all of it, as asked for with --full' });
  if (old.manifest) await removeBuilds(directory, [old.manifest.build]);

  const known = full ? NOTHING_KNOWN : old.known;
  const { contents, embedded } = await indexArticles(articles, embedder, known, (done, total) =>
    onStep?.({ name: 'embed', done, total }),
  );
  const baseline = await options.measureBaseline(contents);

  const name = newBuildName();
  try {
    onStep?.({ name: 'write' });
    await writeBuild(directory, name, contents);
    onStep?.({ name: 'check' });
    const files = await readBack(directory, name, contents);
    onStep?.({ name: 'publish' });
    await publish(directory, {
      format: FORMAT,
      build: name,
      model: { name: embedder.folder.name, sha256: embedder.sha256, dimension: contents.passages.dimension },
      ...SIZES,
      seeds,
      articles: articles.map(describeArticle),
      baseline,
      files,
    });
  } catch (error) {
    await removeBuild(directory, name);
    throw error;
  }
  onStep?.({ name: 'tidy' });
  // Somebody may be half-way through reading the build before this one, so that one stays until the next.
  await removeBuilds(directory, [old.manifest?.build, name]);
  return { passages: contents.passages.size, embedded, built: true };
}

/** What an index that is there is good for. */
interface Old {
  manifest: Manifest | null;
  passages: number;
  /** Nothing where another model made it. */
  known: KnownVectors;
  /** Why it must be built again; null where it need not. */
  reason: string | null;
}

async function readOld({ directory, seeds, embedder }: BuildOptions): Promise<Old> {
  const known = NOTHING_KNOWN;
  try {
    const manifest = await readManifest(directory);
    const reason = whyOutdated(manifest, seeds, embedder.sha256);
    if (manifest?.model.sha256 !== embedder.sha256) return { manifest, passages: 0, known, reason };
    const index = await openBuild(directory, manifest, embedder);
    const old = {
      manifest,
      passages: index.passages.size,
      known: reason === null ? known : knownFrom(index),
      reason,
    };
    index.tokens.close();
    return old;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { manifest: null, passages: 0, known, reason: 'the old one cannot be used' };
  }
}
