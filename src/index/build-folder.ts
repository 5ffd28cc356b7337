import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { systemCode, UserError } from '../user-error.js';
import { ARTICLES_FILE, BUILD_FILES, type FileSums, sumFiles } from './build-files.js';
import { BUILD_FOLDER, formatManifest, MANIFEST_FILE, type Manifest } from './manifest.js';
import { type IndexContents, readBuild } from './open.js';

/** A name for a build that no other has: the second in which it is made, and six random digits. */
export function newBuildName(): string {
  const second = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  return `${second}-${randomBytes(3).toString('hex')}`;
}

/** Writes a build into a new folder. */
export async function writeBuild(directory: string, name: string, contents: IndexContents): Promise<void> {
  const folder = join(directory, name);
  await mkdir(folder);
  await contents.passages.save(folder);
  await contents.tokens.save(folder);
  await contents.terms.save(folder);
  await contents.articleVectors.save(folder);
  await writeFile(join(folder, ARTICLES_FILE), JSON.stringify(contents.articles));
  for (const file of BUILD_FILES) await flush(join(folder, file));
}

/**
 * Reads a build from the disk again and compares it with what was to be written: the vector index does not notice a
 * full disk.
 * @returns its files, for the manifest
 */
export async function readBack(directory: string, name: string, contents: IndexContents): Promise<FileSums> {
  const folder = join(directory, name);
  try {
    const { passages } = contents;
    const written = await readBuild(folder, passages.embeddings, passages.dimension);
    const same =
      areEqual(written.passages.entries(), passages.entries()) &&
      areEqual(written.tokens.entries(), contents.tokens.entries()) &&
      areEqual(written.articleVectors.entries(), contents.articleVectors.entries()) &&
      isDeepStrictEqual(written.terms, contents.terms) &&
      isDeepStrictEqual(written.articles, contents.articles);
    written.tokens.close();
    if (!same) throw new Error('What was read back is not what was written');
    return await sumFiles(folder);
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

function areEqual(ones: Iterator<unknown>, others: Iterator<unknown>): boolean {
  for (;;) {
    const one = ones.next();
    const other = others.next();
    if (one.done || other.done) return one.done === other.done;
    if (!isDeepStrictEqual(one.value, other.value)) return false;
  }
}

/** Makes a build the current one, in one step that cannot be half done: the manifest is replaced by a rename. */
export async function publish(directory: string, manifest: Manifest): Promise<void> {
  const next = join(directory, `${MANIFEST_FILE}.next`);
  await writeFile(next, formatManifest(manifest));
  await flush(next);
  await rename(next, join(directory, MANIFEST_FILE));
}

/** Takes away the builds in a folder, those of builds that died too, except for some; touches nothing else in it. */
export async function removeBuilds(directory: string, except: (string | undefined)[]): Promise<void> {
  const builds = (await readdir(directory)).filter(
    (name) => BUILD_FOLDER.test(name) && !except.includes(name),
  );
  for (const name of builds) await removeBuild(directory, name);
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
