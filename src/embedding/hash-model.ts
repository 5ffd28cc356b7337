import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Hashed, withHashThread } from '../hash-files.js';
import { UserError } from '../user-error.js';
import type { ModelFolder } from './model-folder.js';

/**
 * SHA-256 over the files of a model, and their names.
 * @throws UserError where one cannot be read; some may be missing
 */
export async function hashModel({ path, files }: ModelFolder): Promise<string> {
  const parts = await Promise.all(
    files.map(async (file): Promise<Hashed> => {
      const name = { text: `\n${file}\n` };
      return (await exists(join(path, file))) ? [name, { path: join(path, file) }] : [name];
    }),
  );
  const sum = await withHashThread((sumFiles) => sumFiles(parts.flat()));
  if ('sha256' in sum) return sum.sha256;
  throw new UserError(
    `EMBEDDING_MODEL should be a folder with a model, but a file in it cannot be read (${sum.code}): ${path}`,
  );
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
