import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode, UserError } from '../user-error.js';
import { writeWhole } from '../whole-file.js';
import {
  ARTICLES_FILE,
  BUILD_FILES,
  COPIES_FILE,
  type FileSums,
  SKETCHES_FILE,
  sumFiles,
} from './build-files.js';
import { BUILD_FOLDER, formatManifest, MANIFEST_FILE, type Manifest } from './manifest.js';
import type { IndexContents } from './open.js';
import { type Place, SEGMENT_FILE } from './segment.js';
import { JOURNAL } from './segment-writer.js';
import { savePlaces } from './token-states.js';

/** Writes a build into a new folder. */
export async function writeBuild(
  directory: string,
  name: string,
  contents: IndexContents & { places: Place[] },
): Promise<void> {
  const folder = join(directory, name);
  await mkdir(folder);
  // The graph is written by another thread, so the others are made meanwhile.
  await Promise.all([
    contents.passages.save(folder),
    savePlaces(folder, contents.places),
    contents.terms.save(folder),
    contents.articleVectors.save(folder),
    writeWhole(join(folder, ARTICLES_FILE), JSON.stringify(contents.articles)),
    contents.sketches.save(join(folder, SKETCHES_FILE)),
    writeWhole(join(folder, COPIES_FILE), JSON.stringify(contents.copies)),
  ]);
}

/** Waits until a build is on the disk. */
export async function flushBuild(directory: string, name: string): Promise<void> {
  await Promise.all(BUILD_FILES.map((file) => flush(join(directory, name, file))));
}

/**
 * Reads the vectors from the disk again and compares them with what was to be written: the vector index does not notice
 * a full disk, as the other files' writers do.
 * @returns the files of the build, for the manifest
 */
export async function readBack(
  directory: string,
  name: string,
  { passages }: IndexContents,
): Promise<FileSums> {
  const folder = join(directory, name);
  try {
    const [isSaved, sums] = await Promise.all([passages.isSaved(folder), sumFiles(folder)]);
    if (!isSaved) throw new Error('What was read back is not what was written');
    return sums;
  } catch (cause) {
    throw new UserError(
      `The index could not be written whole to ${directory}; is the disk full? An index that was there before is unchanged. ` +
        'Make room, and run "npm run index" again.',
      1,
      { cause },
    );
  }
}

/** Takes away a build that came to nothing. */
export async function removeBuild(directory: string, name: string): Promise<void> {
  await rm(join(directory, name), { recursive: true, force: true });
}

/** Makes a build the current one, in one step that cannot be half done: the manifest is replaced by a rename. */
export async function publish(directory: string, manifest: Manifest): Promise<void> {
  const next = join(directory, `${MANIFEST_FILE}.next`);
  await writeWhole(next, formatManifest(manifest));
  await flush(next);
  await rename(next, join(directory, MANIFEST_FILE));
}

/**
 * Takes away the builds and segments in a folder that no one needs; touches nothing else in it. What a build that was
 * stopped has embedded stays, for the next one.
 * @param needed manifests of builds that somebody may still read
 */
export async function tidy(directory: string, needed: Manifest[]): Promise<void> {
  const builds = needed.map(({ build }) => build);
  const segments = needed.flatMap((manifest) => manifest.segments.map(({ name }) => name));
  const names = await readdir(directory);
  const isLeft = (name: string): boolean => names.includes(name + JOURNAL) && !segments.includes(name);
  for (const name of names) {
    const segment = name.endsWith(JOURNAL) ? name.slice(0, -JOURNAL.length) : name;
    const isOldBuild = BUILD_FOLDER.test(name) && !builds.includes(name);
    const isOldSegment = SEGMENT_FILE.test(segment) && !isLeft(segment) && !segments.includes(name);
    // Where a system does not let go of a file that is open, the next build takes it away.
    if (isOldBuild || isOldSegment)
      await rm(join(directory, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** Waits until a file is on the disk, so that after a power cut no manifest names a file that is not. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** An error of the system while writing an index, in words; any other error as it is. */
export function unwritable(directory: string, error: unknown): unknown {
  const code = systemCode(error);
  if (error instanceof UserError || code === undefined) return error;
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
  return new UserError(
    `INDEX_DIR should be a folder that can be written, but ${full ? 'the disk is full' : `writing failed (${code})`}: ` +
      `${directory}. An index that was there before is unchanged.`,
    1,
    { cause: error },
  );
}
