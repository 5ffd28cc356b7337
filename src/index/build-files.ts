import { join } from 'node:path';
import type { Sum, SumFiles } from '../hash-files.js';
import { PAIRS_FILE, POSTINGS_FILE, TERMS_FILE } from '../words/term-index.js';
import { ARTICLE_VECTORS_FILE } from './article-vectors.js';
import { damaged, unreadable } from './damaged.js';
import { PASSAGES_FILE } from './passage-table.js';
import { LABELS_FILE, VECTORS_FILE } from './passage-vectors.js';
import { PLACES_FILE } from './places.js';

export const ARTICLES_FILE = 'articles.json';
export const SKETCHES_FILE = 'sketches.u32';
export const COPIES_FILE = 'copies.json';

/** What no model has a part in: it can be written while texts are embedded. */
export const TEXT_FILES = [
  TERMS_FILE,
  POSTINGS_FILE,
  PAIRS_FILE,
  ARTICLES_FILE,
  PASSAGES_FILE,
  SKETCHES_FILE,
  COPIES_FILE,
] as const;

/** What there is beside the vectors of the passages that the model has a part in. */
export const MODEL_FILES = [LABELS_FILE, PLACES_FILE, ARTICLE_VECTORS_FILE] as const;

/** The files of a build. */
export const BUILD_FILES = [VECTORS_FILE, ...MODEL_FILES, ...TEXT_FILES] as const;

/** The sum of each file, by its name. */
export type FileSums = Record<(typeof BUILD_FILES)[number], Sum>;

/** Sums up files of a build as they are on the disk. */
export async function sumBuild(
  folder: string,
  names: readonly (keyof FileSums)[],
  sumFiles: SumFiles,
): Promise<Partial<FileSums>> {
  const byName: Partial<FileSums> = {};
  const add = async (name: keyof FileSums): Promise<void> => {
    const sum = await sumFiles([{ path: join(folder, name) }]);
    if ('code' in sum) throw new Error(`${name} cannot be read (${sum.code})`);
    byName[name] = sum;
  };
  await Promise.all(names.map(add));
  return byName;
}

/**
 * Checks a file of a build, before what is in it is used: a flipped byte in the vectors can end the process.
 * @param directory the folder of the index
 * @throws UserError naming the file where it is not as it was written
 */
export async function checkFile(
  directory: string,
  { build, files }: { build: string; files: FileSums },
  name: keyof FileSums,
  sumFiles: SumFiles,
): Promise<void> {
  const found = await sumFiles([{ path: join(directory, build, name) }]);
  const { length, sha256 } = files[name];
  if ('code' in found) throw damaged(directory, unreadable(name, found.code));
  if (found.length !== length)
    throw damaged(directory, `${name} has ${found.length} bytes instead of ${length}`);
  if (found.sha256 !== sha256) throw damaged(directory, `${name} does not hold what was written`);
}
