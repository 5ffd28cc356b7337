import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../user-error.js';
import { PAIRS_FILE, POSTINGS_FILE, TERMS_FILE } from '../words/term-index.js';
import { ARTICLE_VECTORS_FILE } from './article-vectors.js';
import { damaged } from './damaged.js';
import { PASSAGES_FILE, VECTORS_FILE } from './passage-index.js';
import { PLACES_FILE } from './token-states.js';

export const ARTICLES_FILE = 'articles.json';
export const SKETCHES_FILE = 'sketches.u32';
export const COPIES_FILE = 'copies.json';

/** The files of a build. */
export const BUILD_FILES = [
  VECTORS_FILE,
  PASSAGES_FILE,
  PLACES_FILE,
  TERMS_FILE,
  POSTINGS_FILE,
  PAIRS_FILE,
  ARTICLES_FILE,
  ARTICLE_VECTORS_FILE,
  SKETCHES_FILE,
  COPIES_FILE,
] as const;

/** Length in bytes and hash of each file, by its name. */
export type FileSums = Record<(typeof BUILD_FILES)[number], { length: number; sha256: string }>;

/** Sums up the files of a build as they are on the disk. */
export async function sumFiles(folder: string): Promise<FileSums> {
  const sums: Partial<FileSums> = {};
  for (const name of BUILD_FILES) sums[name] = await sumFile(join(folder, name));
  return sums as FileSums;
}

/**
 * Checks the files of a build, before anything else reads them: a flipped byte in the vectors can end the process.
 * @param directory the folder of the index, for the message
 * @throws UserError naming the file that is not as it was written
 */
export async function checkFiles(directory: string, build: string, expected: FileSums): Promise<void> {
  // At once: between two steps that wait for the disk, a bot may answer a whole question.
  await Promise.all(
    BUILD_FILES.map(async (name) => {
      const { length, sha256 } = expected[name];
      const found = await sumFile(join(directory, build, name)).catch((error: unknown) => {
        throw damaged(directory, `${name} cannot be read (${systemCode(error)})`);
      });
      if (found.length !== length)
        throw damaged(directory, `${name} has ${found.length} bytes instead of ${length}`);
      if (found.sha256 !== sha256) throw damaged(directory, `${name} does not hold what was written`);
    }),
  );
}

async function sumFile(path: string): Promise<{ length: number; sha256: string }> {
  const { size: length } = await stat(path);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return { length, sha256: hash.digest('hex') };
}
