import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Hashed, withHashThread } from '../src/hash-files.js';

const folder = mkdtempSync(join(tmpdir(), 'talks-hash-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Longer than two of the pieces that a file is read in. */
const LARGE = Buffer.alloc(600_001, 'large');
const CONTENTS = { small: Buffer.from('small'), empty: Buffer.alloc(0), large: LARGE };
for (const [name, content] of Object.entries(CONTENTS)) writeFileSync(join(folder, name), content);

const file = (name: string) => ({ path: join(folder, name) });
const sha256 = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** One call after the other, in one thread. */
const hashFiles = (all: Hashed[]) => withHashThread((sumFiles) => Promise.all(all.map(sumFiles)));

describe('withHashThread', () => {
  it('tells length and SHA-256 of each file, in their order', async () => {
    expect(await hashFiles([[file('large')], [file('empty')], [file('small')]])).toEqual([
      { length: 600_001, sha256: sha256(LARGE) },
      { length: 0, sha256: sha256('') },
      { length: 5, sha256: sha256('small') },
    ]);
  });

  it('hashes as one what belongs together, and counts the files alone', async () => {
    const parts = [{ text: '\nsmall\n' }, file('small'), { text: 'ä' }, file('large')];
    expect(await hashFiles([parts])).toEqual([
      { length: 600_006, sha256: sha256('\nsmall\n', 'small', 'ä', LARGE) },
    ]);
  });

  it('says why a file cannot be read, and goes on with the others', async () => {
    expect(
      await hashFiles([
        [file('missing')],
        [{ path: folder }],
        [file('small'), file('missing')],
        [file('small')],
      ]),
    ).toEqual([
      { code: 'ENOENT' },
      { code: 'EISDIR' },
      { code: 'ENOENT' },
      { length: 5, sha256: sha256('small') },
    ]);
  });

  it('ends its thread, also where what it runs fails', async () => {
    await expect(withHashThread(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    // The thread that is ended answers no more: a sum that is asked for too late never comes.
    const late = await withHashThread(async (sumFiles) => () => sumFiles([file('small')]));
    const never = Symbol('never');
    const soon = new Promise((resolve) => setTimeout(resolve, 300, never));
    expect(await Promise.race([late(), soon])).toBe(never);
  });
});
