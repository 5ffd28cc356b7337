import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBytes, readText, writeWhole } from '../src/whole-file.js';

const folder = mkdtempSync(join(tmpdir(), 'talks-whole-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'file');

describe('a file that is read and written in one go', () => {
  it.each(['', 'a', '“Київ” 🙂'.repeat(300_000)])('holds the text that was written (%#)', async (text) => {
    await writeWhole(path, 'something longer that was there before');
    await writeWhole(path, text);
    expect(await readText(path)).toBe(text);
    expect(Buffer.from(await readBytes(path)).equals(readFileSync(path))).toBe(true);
  });

  it('holds the bytes of arrays of any kind, one after the other', async () => {
    const numbers = new Uint32Array([1, 2, 3, 4]);
    await writeWhole(path, [numbers.subarray(1, 3), new Uint32Array(), new Float32Array([0.5])]);
    const bytes = await readBytes(path);
    expect(bytes.byteLength).toBe(12);
    expect([...new Uint32Array(bytes, 0, 2)]).toEqual([2, 3]);
    expect(new Float32Array(bytes, 8)[0]).toBe(0.5);
  });

  it('is told to be missing, or no file, with the code of the system', async () => {
    await expect(readBytes(join(folder, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(readText(folder)).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(writeWhole(folder, 'text')).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
