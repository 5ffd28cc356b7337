import { hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { FORMATS } from '../format/formats.js';
import { systemCode, UserError } from '../user-error.js';

/** A file that articles are read from, as it stands on the disk: when one changes, the index is out of date. */
export interface SeedFile {
  /** Path below the folder of articles, with `/` on every system. */
  file: string;
  /** In bytes. */
  length: number;
  sha256: string;
}

/** A file, or an entry of one, that is not read, and why; the reason is a sentence without its full stop. */
export interface Skipped {
  file: string;
  /** Which of its entries, counted from 0; without it, it is all of the file. */
  entry?: number;
  reason: string;
}

/** A text of this size is some 1.6 million words: no article, but a file that came by mistake. */
const LARGEST_FILE = 10_000_000;

/**
 * Reads every file below a folder that may hold articles, in the order of their names; hidden files and folders are
 * passed over.
 * @param onSkipped told of every other file
 * @param onFile told before each file and at the end how many are done
 * @throws UserError where the folder is missing or is no folder
 */
export async function* readSeedFiles(
  folder: string,
  onSkipped: (skipped: Skipped) => void,
  onFile?: (done: number, total: number) => void,
): AsyncGenerator<{ seed: SeedFile; content: Buffer }> {
  const root = await findFolder(folder);
  const names = await filesBelow(root, '', onSkipped).catch((error: unknown) => {
    throw folderError(folder, error);
  });
  for (const [i, file] of names.entries()) {
    onFile?.(i, names.length);
    try {
      const content = readSeedFile(root, file);
      yield { seed: describe(file, content), content };
    } catch (error) {
      onSkipped({ file, reason: whySkipped(error) });
    }
  }
  onFile?.(names.length, names.length);
}

const describe = (file: string, content: Buffer): SeedFile => ({
  file,
  length: content.length,
  sha256: hash('sha256', content),
});

/**
 * The path of a folder of articles, without links.
 * @throws UserError where it is missing
 */
export async function findFolder(folder: string): Promise<string> {
  return realpath(folder).catch((error: unknown) => {
    throw folderError(folder, error);
  });
}

/** The files below a folder as they stand, to tell whether any has changed; much quicker than reading the articles. */
export async function describeSeedFiles(folder: string): Promise<SeedFile[]> {
  const seeds: SeedFile[] = [];
  for await (const { seed } of readSeedFiles(folder, () => {})) seeds.push(seed);
  return seeds;
}

async function filesBelow(
  root: string,
  below: string,
  onSkipped: (skipped: Skipped) => void,
): Promise<string[]> {
  const files: string[] = [];
  const entries = (await readdir(join(root, below), { withFileTypes: true }))
    .filter(({ name }) => !name.startsWith('.'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`;
    try {
      if (entry.isDirectory()) for (const one of await filesBelow(root, file, onSkipped)) files.push(one);
      else if (entry.isSymbolicLink()) throw new UserError(await whyLinkIsSkipped(root, file));
      else if (!entry.isFile()) throw new UserError('it is not a file');
      else files.push(file);
    } catch (error) {
      onSkipped({ file, reason: whySkipped(error) });
    }
  }
  return files;
}

/** Of ten thousand small files, reading them without waiting takes a third of the time. */
function readSeedFile(root: string, file: string): Buffer {
  const format = extname(file).toLowerCase();
  if (FORMATS[format] === undefined) {
    const read = Object.keys(FORMATS)
      .join(', ')
      .replace(/, (?=[^,]*$)/, ' and ');
    throw new UserError(`its format ${format || '(none)'} is not read; ${read} are`);
  }
  // A link may have taken its place meanwhile. Windows has no such flag.
  const descriptor = openSync(join(root, file), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = fstatSync(descriptor);
    if (size > LARGEST_FILE) {
      throw new UserError(`it is larger than ${LARGEST_FILE / 1e6} MB (${(size / 1e6).toFixed(1)} MB)`);
    }
    const content = Buffer.alloc(size);
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read)
      read = readSync(descriptor, content, length, size - length, null);
    return content.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** No link is followed: what it points to is either read under its own name, or is not in the folder of articles. */
async function whyLinkIsSkipped(root: string, file: string): Promise<string> {
  const target = await realpath(join(root, file));
  return target === root || target.startsWith(root + sep)
    ? 'it is a link to what is read under its own name'
    : 'it is a link that leads out of the folder';
}

/** The reason why a file is skipped; an error that is no file's fault is thrown on. */
export function whySkipped(error: unknown): string {
  if (error instanceof UserError) return error.message;
  const code = systemCode(error);
  if (code === undefined) throw error;
  return code === 'ENOENT' ? 'it is a link to nothing' : `it cannot be read (${code})`;
}

function folderError(folder: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such folder',
    ENOTDIR: 'it is not a folder',
  };
  const found = reasons[code] ?? `it cannot be read (${code})`;
  return new UserError(`SEEDS_DIR should be a folder of articles, but ${found}: ${folder}`, 1, {
    cause: error,
  });
}
