import { join } from 'node:path';
import { hashFiles, type Sum } from '../hash-files.js';
import { PAIRS_FILE, POSTINGS_FILE, TERMS_FILE } from '../words/term-index.js';
import { ARTICLE_VECTORS_FILE } from './article-vectors.js';
import { damaged } from './damaged.js';
import { PASSAGES_FILE, VECTORS_FILE } from './passage-index.js';
import { PLACES_FILE } from './token-states.js';

export const ARTICLES_FILE = 'articles.json';
export const SKETCHES_FILE = 'sketches.u32';
export const COPIES_FILE = 'copies.json';

/** What no model has a part in: it can be written while texts are embedded. */
export const TEXT_FILES = [
  TERMS_FILE,
  POSTINGS_FILE,
  PAIRS_FILE,
  ARTICLES_FILE,
  SKETCHES_FILE,
  COPIES_FILE,
] as const;

/** What there is of passages and articles beside the vectors of the passages. */
export const PASSAGE_FILES = [PASSAGES_FILE, PLACES_FILE, ARTICLE_VECTORS_FILE] as const;

/** The files of a build. */
export const BUILD_FILES = [VECTORS_FILE, ...PASSAGE_FILES, ...TEXT_FILES] as const;

/** The sum of each file, by its name. */
export type FileSums = Record<(typeof BUILD_FILES)[number], Sum>;

/** Sums up files of a build as they are on the disk. */
export async function sumFiles(
  folder: string,
  names: readonly (keyof FileSums)[],
): Promise<Partial<FileSums>> {
  const sums = await hashBuild(folder, names);
  const byName: Partial<FileSums> = {};
  for (const [i, name] of names.entries()) {
    const sum = sums[i];
    if (sum === undefined || 'code' in sum) throw new Error(`${name} cannot be read (${sum?.code})`);
    byName[name] = sum;
  }
  return byName;
}

/**
 * Checks files of a build, before what is in them is used: a flipped byte in the vectors can end the process.
 * @param directory the folder of the index
 * @throws UserError naming the file that is not as it was written
 */
export async function checkFiles(
  directory: string,
  { build, files }: { build: string; files: FileSums },
  names: readonly (keyof FileSums)[],
): Promise<void> {
  const sums = await hashBuild(join(directory, build), names);
  for (const [i, name] of names.entries()) {
    const [found, { length, sha256 }] = [sums[i], files[name]];
    if (found === undefined || 'code' in found)
      throw damaged(directory, `${name} cannot be read (${found?.code})`);
    if (found.length !== length)
      throw damaged(directory, `${name} has ${found.length} bytes instead of ${length}`);
    if (found.sha256 !== sha256) throw damaged(directory, `${name} does not hold what was written`);
  }
}

/** In the order of their names. */
const hashBuild = (folder: string, names: readonly (keyof FileSums)[]) =>
  hashFiles(names.map((name) => [{ path: join(folder, name) }]));
