import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SumFiles } from '../hash-files.js';
import { UserError } from '../user-error.js';
import { flush, writeWhole } from '../whole-file.js';
import {
  ARTICLES_FILE,
  COPIES_FILE,
  type FileSums,
  MODEL_FILES,
  SKETCHES_FILE,
  sumBuild,
  TEXT_FILES,
} from './build-files.js';
import type { Texts } from './compose.js';
import type { IndexContents } from './contents.js';
import { VECTORS_FILE } from './passage-vectors.js';
import type { Places } from './places.js';

type Contents = IndexContents & { places: Places };

/**
 * Begins a build in a new folder, with what no model has a part in. Like the rest, it is read back, and is on the disk in
 * the end.
 * @returns the files that it wrote, for the manifest
 */
export async function writeTexts(
  directory: string,
  name: string,
  texts: Texts,
  sumFiles: SumFiles,
): Promise<Partial<FileSums>> {
  const folder = join(directory, name);
  await mkdir(folder);
  await inTurns([
    () => writeWhole(join(folder, ARTICLES_FILE), JSON.stringify(texts.articles)),
    () => texts.passages.save(folder),
    () => texts.terms.save(folder),
    () => texts.sketches.save(join(folder, SKETCHES_FILE)),
    () => writeWhole(join(folder, COPIES_FILE), JSON.stringify(texts.copies)),
  ]);
  return settle(folder, TEXT_FILES, sumFiles);
}

/**
 * Writes the rest of a build into its folder.
 * @param onWritten called when all is written but what other threads are at
 * @returns the files that it wrote, for the manifest
 */
export async function writeVectors(
  directory: string,
  name: string,
  contents: Contents,
  sumFiles: SumFiles,
  onWritten: () => void,
): Promise<Partial<FileSums>> {
  const folder = join(directory, name);
  // Other threads write the vectors and read them back, which takes longest; this one makes the other files meanwhile.
  const [vectors, others] = await Promise.all([
    writeGraph(folder, contents, sumFiles),
    writeOthers(folder, contents).then(() => {
      onWritten();
      return settle(folder, MODEL_FILES, sumFiles);
    }),
  ]);
  return { ...vectors, ...others };
}

/** The vector index does not notice a full disk, as the other files' writers do: so what it wrote is looked through. */
async function writeGraph(
  folder: string,
  { vectors }: Contents,
  sumFiles: SumFiles,
): Promise<Partial<FileSums>> {
  await vectors.saveGraph(folder);
  const compare = async () => {
    if (!(await vectors.isSaved(folder))) throw new Error('What was read back is not what was written');
  };
  const [sums] = await Promise.all([settle(folder, [VECTORS_FILE], sumFiles), readBack(folder, compare)]);
  return sums;
}

function writeOthers(folder: string, contents: Contents): Promise<void> {
  return inTurns([
    () => contents.vectors.saveLabels(folder),
    () => contents.places.save(folder),
    () => contents.articleVectors.save(folder),
  ]);
}

/** Begins each of some tasks in a turn of its own, so that what other threads have done is taken up between them. */
async function inTurns(tasks: (() => Promise<void>)[]): Promise<void> {
  let turn: Promise<unknown> = Promise.resolve();
  const begun = tasks.map((task) => {
    turn = turn.then(() => setImmediate());
    return turn.then(task);
  });
  await Promise.all(begun);
}

/** Sums up files, and waits until they are on the disk: both at once, since what was just written is in memory too. */
async function settle(
  folder: string,
  names: readonly (keyof FileSums)[],
  sumFiles: SumFiles,
): Promise<Partial<FileSums>> {
  const [sums] = await Promise.all([
    readBack(folder, () => sumBuild(folder, names, sumFiles)),
    Promise.all(names.map((name) => flush(join(folder, name)))),
  ]);
  return sums;
}

/** @throws UserError where something that was written cannot be read as it was */
async function readBack<T>(folder: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new UserError(
      `The index could not be written whole to ${dirname(folder)}; is the disk full? An index that was there before is ` +
        'unchanged. Make room, and run "npm run index" again.',
      1,
      { cause },
    );
  }
}
