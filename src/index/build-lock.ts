import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { tryLock, unlock, waitForLock } from 'fs-native-extensions';

const LOCK_FILE = '.lock';

/**
 * Runs one build at a time in a folder; another one, in this process or in another, waits.
 * The operating system gives the lock back when its process ends, however it ends.
 * @param onWait told once where the lock is not free
 */
export async function withBuildLock<T>(
  directory: string,
  onWait: () => void,
  build: () => Promise<T>,
): Promise<T> {
  const file = await open(join(directory, LOCK_FILE), 'a');
  try {
    if (!tryLock(file.fd)) {
      onWait();
      await waitForLock(file.fd);
    }
    try {
      return await build();
    } finally {
      unlock(file.fd);
    }
  } finally {
    await file.close();
  }
}
