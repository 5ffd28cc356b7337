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

/**
 * Sums up files in a thread of its own: those of a large index take a fifth of a second, in which this one can parse what
 * is in them, write others, or answer questions.
 * @returns of each its sum, or why there is none, in their order
 */
export function hashFiles(all: Hashed[]): Promise<(Sum | Unreadable)[]> {
  return new Promise((resolve, reject) => {
    const sums: (Sum | Unreadable)[] = [];
    const thread = new Worker(new URL('./hash-thread.js', import.meta.url), { workerData: all });
    thread.on('message', (sum: Sum | Unreadable) => sums.push(sum));
    thread.on('error', reject);
    thread.on('exit', () => resolve(sums));
  });
}
