import { watch } from 'chokidar';

/** Files are often written in several steps: this long nothing must have changed before they are read. */
const QUIET_MS = 400;

/**
 * Runs a task whenever something below a folder has changed, one run after the other; and once at the beginning, since
 * what changes before the watching has begun is seen by nobody.
 * @returns never: it goes on until the program is ended
 */
export function whenChanged(folder: string, task: () => Promise<void>): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // What changes while it runs is seen by the run after it.
      if (running) start();
      else {
        running = task().finally(() => {
          running = null;
        });
      }
    }, QUIET_MS);
  };
  return new Promise((_, reject) => {
    const watcher = watch(folder, { ignoreInitial: true, followSymlinks: false });
    watcher.on('ready', start).on('all', start).on('error', reject);
  });
}
