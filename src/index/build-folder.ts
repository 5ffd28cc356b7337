import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode, UserError } from '../user-error.js';
import { flush, writeWhole } from '../whole-file.js';
import { FINISHED_JOURNAL, JOURNAL, readJournal, segmentOf } from './journal.js';
import { BUILD_FOLDER, formatManifest, MANIFEST_FILE, type Manifest } from './manifest.js';
import { SEGMENT_FILE } from './segment.js';

/** Takes away a build that came to nothing. */
export async function removeBuild(directory: string, name: string): Promise<void> {
  // Another thread may still be writing to it.
  await rm(join(directory, name), { recursive: true, force: true, maxRetries: 3 });
}

/** Makes a build the current one, in one step that cannot be half done: the manifest is replaced by a rename. */
export async function publish(directory: string, manifest: Manifest): Promise<void> {
  const next = join(directory, `${MANIFEST_FILE}.next`);
  await writeWhole(next, formatManifest(manifest));
  await flush(next);
  await rename(next, join(directory, MANIFEST_FILE));
}

/**
 * Takes away the builds and segments in a folder that no one needs, and marks the journals of the others as finished;
 * touches nothing else in it. What a build that was stopped has embedded stays, for the next one that does.
 * @param needed manifests of builds that somebody may still read
 * @param maker the first line of the journals of segments that may be used
 */
export async function tidy(directory: string, needed: Manifest[], maker: string): Promise<void> {
  const builds = needed.map(({ build }) => build);
  const segments = needed.flatMap((manifest) => manifest.segments.map(({ name }) => name));
  const names = await readdir(directory);
  const isLeft = (segment: string): boolean =>
    names.includes(segment + JOURNAL) && readJournal(join(directory, segment + JOURNAL)).maker === maker;
  for (const name of names) {
    const path = join(directory, name);
    const segment = segmentOf(name);
    if (segments.includes(segment)) {
      // Nothing is written to it any more, but where another file of the build is damaged, it tells what is not.
      if (name.endsWith(JOURNAL))
        await rename(path, join(directory, segment + FINISHED_JOURNAL)).catch(() => {});
      continue;
    }
    const isOldBuild = BUILD_FOLDER.test(name) && !builds.includes(name);
    const isOldSegment = SEGMENT_FILE.test(segment) && !isLeft(segment);
    // Where a system does not let go of a file that is open, the next build takes it away.
    if (isOldBuild || isOldSegment) await rm(path, { recursive: true, force: true }).catch(() => {});
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
