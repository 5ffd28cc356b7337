import { Worker } from 'node:worker_threads';

/** What is hashed as one: files, and texts between them. */
export type Hashed = ({ path: string } | { text: string })[];

/** Length of the files in bytes, and SHA-256. */
export interface Sum {
  length: number;
  sha256: string;
}

/** The system's code for why a file could not be read ("ENOENT"). */
export interface Unreadable {
  code: string;
}

/** Sums up files, one call after the other. */
export type SumFiles = (parts: Hashed) => Promise<Sum | Unreadable>;

/**
 * Runs something that sums up files, which is done in a thread of its own: those of a large index take a fifth of a
 * second, in which this one can parse what is in them, write others, or answer questions. The thread takes as long to
 * start as it does to hash 50 MB, so that one does for all of a build.
 * @throws whatever that throws; what it asks for when the thread is no more, also because it is over, is refused
 */
export async function withHashThread<T>(use: (sum: SumFiles) => Promise<T>): Promise<T> {
  const thread = new Worker(new URL('./hash-thread.js', import.meta.url));
  const waiting: { resolve: (sum: Sum | Unreadable) => void; reject: (error: unknown) => void }[] = [];
  let ended: { reason: unknown } | null = null;
  const end = (reason: unknown): void => {
    ended ??= { reason };
    for (const { reject } of waiting.splice(0)) reject(reason);
  };
  thread.on('message', (sum: Sum | Unreadable) => waiting.shift()?.resolve(sum));
  thread.on('error', end);
  thread.on('exit', () => end(new Error('The thread that sums up files has ended')));
  const sum: SumFiles = (parts) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended.reason);
      waiting.push({ resolve, reject });
      thread.postMessage(parts);
    });
  try {
    return await use(sum);
  } finally {
    await thread.terminate();
  }
}
