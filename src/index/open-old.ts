import type { Article } from '../article/article.js';
import type { SumFiles } from '../hash-files.js';
import { UserError } from '../user-error.js';
import { DamagedIndex } from './damaged.js';
import { type Manifest, readManifest, whyUnusable } from './manifest.js';
import { type IndexModel, type OpenIndex, openBuild } from './open.js';
import type { Old } from './plan.js';

/** What is there when a build begins. */
export interface Found {
  /** Of the index, where it can be read. */
  manifest: Manifest | null;
  /** What is open of it, where the same model made it and it is whole. */
  old: Old | null;
  /** Why nothing of it can be used; null where it can. */
  reason: string | null;
}

/** Opens the index that is there, as far as it is good for the next one. */
export async function openOld(directory: string, model: IndexModel, sumFiles: SumFiles): Promise<Found> {
  let manifest: Manifest | null = null;
  try {
    manifest = await readManifest(directory);
    const reason = whyUnusable(manifest, model.sha256);
    if (manifest === null || reason !== null) return { manifest, old: null, reason };
    const index = await openBuild(directory, manifest, model, sumFiles);
    return { manifest, old: { index, manifest, damaged: new Set() }, reason };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { manifest, old: null, reason: 'the old one cannot be used' };
  }
}

/** The articles of an index by the files that they were read from, with the hashes of these. */
export function articlesByFile({
  index,
  manifest,
}: Old): Map<string, { sha256: string; articles: Article[] }> {
  const files = new Map(
    manifest.seeds.map(({ file, sha256 }) => [file, { sha256, articles: [] as Article[] }]),
  );
  for (const article of index.articles) files.get(article.file)?.articles.push(article);
  return files;
}

/** The positions of the passages of which what is kept is not as it was written; reads all of it. */
export function damagedPassages(
  { places, segments }: OpenIndex,
  onPassage: (done: number, total: number) => void,
): Set<number> {
  const damaged = new Set<number>();
  for (const [position, place] of places.entries()) {
    onPassage(position, places.length);
    try {
      segments.read(place);
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
      damaged.add(position);
    }
  }
  return damaged;
}
