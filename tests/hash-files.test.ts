import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Hashed, type SumFiles, withHashThread } from '../src/hash-files.js';

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

const DEAD = new TypeError('parts is not iterable');

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

  it.each([
    ['it is over', () => Promise.resolve()],
    ['what it runs has failed', () => Promise.reject(new Error('no'))],
  ])('ends its thread when %s, and refuses what is asked for after that', async (_, run) => {
    let late: SumFiles = () => expect.unreachable();
    const running = withHashThread(async (sumFiles) => {
      late = sumFiles;
      await run();
    });
    await running.catch((error) => expect(error.message).toBe('no'));
    await expect(late([file('small')])).rejects.toThrow('The thread that sums up files has ended');
  });

  it.each([
    ['before the first', []],
    ['after the first', [file('small')]],
  ])('refuses what is asked for when its thread has died, %s sum', async (_, first) => {
    await withHashThread(async (sumFiles) => {
      if (first.length > 0) await sumFiles(first);
      // What no thread can read ends it.
      const asked = [null as unknown as Hashed, [file('small')]].map(sumFiles);
      for (const one of await Promise.allSettled(asked)) expect(one).toMatchObject({ reason: DEAD });
      await expect(sumFiles([file('small')])).rejects.toEqual(DEAD);
    });
  });
});
