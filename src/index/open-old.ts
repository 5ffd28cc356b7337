import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../article/article.js';
import type { SeedFile } from '../article/seed-files.js';
import type { SumFiles } from '../hash-files.js';
import { UserError } from '../user-error.js';
import type { BuildOptions, FilesBefore, KnownArticles } from './build-options.js';
import { DamagedIndex } from './damaged.js';
import { MANIFEST_FILE, type Manifest, readManifest, whyUnusable } from './manifest.js';
import type { Old } from './old-articles.js';
import { type OpenIndex, openBuild } from './open.js';

/** What is there when a build begins. */
export interface Found {
  /** Of the index, where it can be read. */
  manifest: Manifest | null;
  /** What is open of it, where the same model made it and it is whole. */
  old: Old | null;
  /** Why nothing of it can be used; null where it can. */
  reason: string | null;
  /** What the folder holds now. */
  read: { articles: Article[]; seeds: SeedFile[] };
}

/**
 * Opens the index that is there, as far as it is good for the next one, and reads the folder. The index's articles, by which
 * unchanged files are known, are there before its vectors are loaded, so that the folder is read meanwhile.
 */
export async function openOld(options: BuildOptions, sumFiles: SumFiles): Promise<Found> {
  const { directory, model, full = false } = options;
  let [manifest, old, reason]: [Manifest | null, Old | null, string | null] = [null, null, null];
  let reading = null as Promise<Found['read']> | null;
  try {
    manifest = await readManifest(directory);
    const isOlder = manifest === null && existsSync(join(directory, MANIFEST_FILE));
    reason = isOlder ? 'an older version of this program made it' : whyUnusable(manifest, model.sha256);
    if (manifest !== null && reason === null) {
      const { seeds } = manifest;
      const index = await openBuild(directory, manifest, model, sumFiles, (articles) => {
        reading = options.read(full ? new Map() : articlesByFile(seeds, articles), filesOf(manifest));
        // It may fail before it is waited for, which is below.
        reading.catch(() => {});
      });
      old = { index, manifest, damaged: new Set() };
    }
  } catch (error) {
    // Whoever is told of it may go on when nothing of this does.
    await Promise.allSettled([reading]);
    if (!(error instanceof UserError)) throw error;
    // Who is told to build it again by whoever found the damage is told what it was.
    reason = error instanceof DamagedIndex ? error.found : 'the old one cannot be used';
  }
  try {
    return { manifest, old, reason, read: await (reading ?? options.read(new Map(), filesOf(manifest))) };
  } catch (error) {
    old?.index.close();
    throw error;
  }
}

/** The files that an index was made from. */
function filesOf(manifest: Manifest | null): FilesBefore {
  const files: FilesBefore = new Map(
    manifest?.seeds.map(({ file, sha256 }) => [file, { sha256, articles: 0 }]),
  );
  for (const { file } of manifest?.articles ?? []) {
    const before = files.get(file);
    if (before) before.articles++;
  }
  return files;
}

/** Articles by the files that they were read from, with the hashes of these. */
function articlesByFile(seeds: SeedFile[], articles: Article[]): KnownArticles {
  const files: KnownArticles = new Map(seeds.map(({ file, sha256 }) => [file, { sha256, articles: [] }]));
  for (const article of articles) files.get(article.file)?.articles.push(article);
  return files;
}

/** The positions of the passages of which what is kept is not as it was written; reads all of it. */
export function damagedPassages(
  { places, segments }: OpenIndex,
  onPassage: (done: number, total: number) => void,
): Set<number> {
  const damaged = new Set<number>();
  for (let position = 0; position < places.size; position++) {
    onPassage(position, places.size);
    if (segments.readWhole(places.get(position)) === null) damaged.add(position);
  }
  return damaged;
}
