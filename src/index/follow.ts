import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST_FILE, readManifest } from './manifest.js';

/** How often to look whether there is a new build; looking takes a fraction of a millisecond. */
const LOOK_MS = 250;

/**
 * Watches an index, and tells when a build of it is finished. Looking at one file works on every system and every
 * network drive, where being told of changes does not.
 * @param build the name of the current build
 * @param onBuild told once of each build, when the one before is dealt with
 * @param onError told where the index cannot be read, or `onBuild` fails; the watching goes on
 * @returns ends the watching
 */
export function followIndex(
  directory: string,
  build: string,
  onBuild: () => Promise<void>,
  onError: (error: unknown) => void,
): () => void {
  let [seen, current] = ['', build];
  let isLooking = false;
  const look = async () => {
    try {
      const { ino, mtimeMs, size } = await stat(join(directory, MANIFEST_FILE));
      const state = `${ino} ${mtimeMs} ${size}`;
      if (state === seen) return;
      seen = state;
      const manifest = await readManifest(directory);
      if (!manifest || manifest.build === current) return;
      current = manifest.build;
      await onBuild();
    } catch (error) {
      onError(error);
    }
  };
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look().finally(() => {
      isLooking = false;
    });
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
