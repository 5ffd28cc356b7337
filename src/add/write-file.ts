import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { systemCode, UserError } from '../user-error.js';

// All of this is synchronous: a signal is heard between two steps of the program, so Ctrl-C finds a file either whole
// or not there.

/**
 * Writes a new file; no file is ever overwritten, and no link followed.
 * @param folder made where there is none
 * @param stem the name without its ending; a number is added where it is taken
 * @returns its name
 * @throws UserError where it cannot be written
 */
export function writeNewFile(folder: string, stem: string, content: string): string {
  return explained(() => {
    mkdirSync(folder, { recursive: true });
    return throughTemporary(folder, content, (temporary) => {
      for (let number = 1; ; number += 1) {
        const name = number === 1 ? `${stem}.md` : `${stem}-${number}.md`;
        if (linked(temporary, join(folder, name))) return name;
      }
    });
  });
}

/**
 * Writes a file of the folder anew.
 * @param file path below the folder
 * @param expected what it holds; where that changed meanwhile, it is left alone
 * @throws UserError where it cannot be written, or is not that file any more
 */
export function replaceFile(folder: string, file: string, expected: string, content: string): void {
  explained(() => {
    const path = join(folder, file);
    const inside = `${realpathSync(dirname(path))}${sep}`.startsWith(`${realpathSync(folder)}${sep}`);
    throughTemporary(dirname(path), content, (temporary) => {
      if (!inside || !lstatSync(path).isFile() || readFileSync(path, 'utf8') !== expected) {
        throw new UserError(
          `${file} was changed by somebody else meanwhile, so it is left alone. Try again.`,
        );
      }
      renameSync(temporary, path);
    });
  });
}

/** Hidden, so that whoever reads the folder meanwhile passes it over. */
function throughTemporary<Result>(folder: string, content: string, use: (path: string) => Result): Result {
  const temporary = join(folder, `.add-${process.pid}-${randomBytes(6).toString('hex')}.part`);
  try {
    const file = openSync(temporary, 'wx');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return use(temporary);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Gives a file its name, where no other has it; a rename would overwrite. */
function linked(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function explained<Result>(write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const reasons: Record<string, string> = {
      ENOSPC: 'the disk is full',
      EACCES: 'this is not allowed',
      EPERM: 'this is not allowed',
      EROFS: 'nothing can be written there',
    };
    throw new UserError(
      `The article cannot be written into SEEDS_DIR: ${reasons[code] ?? 'it failed'} (${code}).`,
      1,
      {
        cause: error,
      },
    );
  }
}
