import { realpath, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type FSWatcher, watch } from 'chokidar';

/** Files are often written in several steps: this long nothing must have changed before they are read. */
const QUIET_MS = 400;

/** How often to look whether the folder is still the same one; looking takes a fraction of a millisecond. */
const LOOK_MS = 250;

/**
 * Runs a task whenever something below a folder has changed, one run after the other; and once at the beginning, since
 * what changes before the watching has begun is seen by nobody. The folder itself may be gone for a while, or another
 * may take its place, as when a disk is mounted: who watches a folder is told nothing of that.
 * @returns never: it goes on until the program is ended
 * @throws Error where the system lets no more files be watched
 */
export function whenChanged(folder: string, task: () => Promise<void>): Promise<never> {
  const onChange = whenQuiet(task);
  return new Promise((_, reject) => {
    const follow = async (): Promise<never> => {
      let watcher: FSWatcher | undefined;
      // Neither a folder nor none at first, since it may be gone by then.
      for (let watched: Folder | null | undefined; ; await pause(LOOK_MS)) {
        const found = await find(folder);
        if (isDeepStrictEqual(found, watched)) continue;
        watched = found;
        await watcher?.close();
        watcher = found ? watch(found.path, { ignoreInitial: true, followSymlinks: false }) : undefined;
        // What it holds may be read when all of it is watched.
        watcher?.on('ready', onChange).on('all', onChange).on('error', reject);
        if (!found) onChange();
      }
    };
    follow().catch(reject);
  });
}

/** Runs a task some time after the last change; what changes while it runs is seen by the run after it. */
function whenQuiet(task: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  return function onChange() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isRunning) return onChange();
      isRunning = true;
      void task().finally(() => {
        isRunning = false;
      });
    }, QUIET_MS);
  };
}

/** What tells one folder from another that takes its place, though it be one with the same name or number. */
interface Folder {
  /** Without links: a link is not followed where it is watched. */
  path: string;
  device: bigint;
  inode: bigint;
  born: bigint;
}

async function find(folder: string): Promise<Folder | null> {
  try {
    const path = await realpath(folder);
    const { dev, ino, birthtimeNs } = await stat(path, { bigint: true });
    return { path, device: dev, inode: ino, born: birthtimeNs };
  } catch {
    return null;
  }
}
