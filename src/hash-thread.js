import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

// The thread of `withHashThread`. It is JavaScript, so that it can also be started as it stands here, by tests, which run
// sources that are not compiled.

/** Small enough for the cache of a core: larger pieces are hashed more slowly. */
const piece = new Uint8Array(1 << 18);

/**
 * Hashes one file after the other.
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 * @returns {number} the length of the file in bytes
 */
function addFile(hash, path) {
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0; length += read) {
      read = readSync(file, piece);
      hash.update(piece.subarray(0, read));
    }
    return length;
  } finally {
    closeSync(file);
  }
}

/**
 * @param {import('./hash-files.js').Hashed} parts
 * @returns {import('./hash-files.js').Sum | import('./hash-files.js').Unreadable}
 */
function sumOf(parts) {
  const hash = createHash('sha256');
  let length = 0;
  for (const part of parts) {
    try {
      if ('path' in part) length += addFile(hash, part.path);
      else hash.update(part.text);
    } catch (error) {
      return { code: error instanceof Error && 'code' in error ? `${error.code}` : `${error}` };
    }
  }
  return { length, sha256: hash.digest('hex') };
}

parentPort?.on('message', (parts) => parentPort?.postMessage(sumOf(parts)));
