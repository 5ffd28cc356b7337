import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BUILD_FILES } from '../src/index/build-files.js';
import type { BuildStep } from '../src/index/build-options.js';
import { DamagedIndex } from '../src/index/damaged.js';
import { FORMAT, formatManifest, type Manifest, readManifest } from '../src/index/manifest.js';
import { openIndex } from '../src/index/open.js';
import { articleIn, buildFake, contentsOf, madeText, withIndex } from './fake-build.js';
import { fakeModel } from './fixtures/fake-encode.mjs';

const ARTICLES = Array.from({ length: 4 }, (_, i) => articleIn(`${i}.txt`, madeText(i, 20), `Title ${i}`));

let temporary: string;
let directory: string;
let number = 0;
let manifest: Manifest;
let whole: ReturnType<typeof contentsOf>;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-damage-'));
  const built = join(temporary, 'built');
  await buildFake(built, ARTICLES);
  whole = await withIndex(built, contentsOf);
});
afterAll(() => rm(temporary, { recursive: true }));
beforeEach(async () => {
  directory = join(temporary, `${number++}`);
  cpSync(join(temporary, 'built'), directory, { recursive: true });
  manifest = (await readManifest(directory)) ?? expect.unreachable();
});

function flip(path: string, byte: number): void {
  const content = readFileSync(path);
  content[byte] = (content[byte] ?? 0) ^ 1;
  writeFileSync(path, content);
}
const fileOf = (name: string): string => join(directory, manifest.build, name);
const segmentFile = (): string => join(directory, manifest.segments[0]?.name ?? '');
/** Builds, and tells why and how much was embedded. */
async function repair(articles = ARTICLES) {
  const reasons: string[] = [];
  const onStep = (step: BuildStep) => step.name === 'start' && reasons.push(step.reason);
  const { embedded } = await buildFake(directory, articles, { onStep });
  return { embedded, reasons };
}
const all = () => whole.passages.length;

async function isRefused(found: string): Promise<void> {
  const opening = openIndex(directory, fakeModel);
  await expect(opening).rejects.toThrow(DamagedIndex);
  await expect(opening).rejects.toThrow(
    `The index in ${directory} is damaged: ${found}. Run "npm run index" to build it again.`,
  );
}

describe('a build', () => {
  it.each(BUILD_FILES)('is known to be damaged by a flipped byte anywhere in %s', async (name) => {
    const path = fileOf(name);
    const content = readFileSync(path);
    for (const byte of [0, Math.floor(content.length / 2), content.length - 1]) {
      flip(path, byte);
      await isRefused(`${name} does not hold what was written`);
      writeFileSync(path, content);
    }
    flip(path, 0);
    // What was embedded lies in a segment, which is whole.
    expect(await repair()).toEqual({ embedded: 0, reasons: [`${name} does not hold what was written`] });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
    expect(await repair()).toEqual({ embedded: 0, reasons: [] });
  });

  it.each(BUILD_FILES)('is known to be damaged by a cut or missing %s', async (name) => {
    const path = fileOf(name);
    const { length } = readFileSync(path);
    truncateSync(path, length - 1);
    await isRefused(`${name} has ${length - 1} bytes instead of ${length}`);
    rmSync(path);
    await isRefused(`${name} is missing`);
    expect((await repair()).embedded).toBe(0);
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('is known to be damaged where its folder is gone', async () => {
    rmSync(join(directory, manifest.build), { recursive: true });
    await expect(openIndex(directory, fakeModel)).rejects.toThrow(/is damaged: \S+ is missing\. Run/);
    expect((await repair()).embedded).toBe(0);
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('that is damaged is built again from all segments that hold what the articles need', async () => {
    // So much of the first segment is not used any more that the rest of it moves to another one.
    const kept = ARTICLES.slice(0, 1);
    await buildFake(directory, kept);
    const added = [...kept, articleIn('new.txt', madeText(9, 3), 'New')];
    await buildFake(directory, added);
    const before = await withIndex(directory, contentsOf);
    manifest = (await readManifest(directory)) ?? expect.unreachable();
    expect(manifest.segments).toHaveLength(2);
    rmSync(join(directory, manifest.build), { recursive: true });
    const { embedded, texts } = await buildFake(directory, added);
    // The article that moved is embedded as a whole again: only its passages moved.
    expect([embedded, texts.length]).toEqual([0, 1]);
    expect(await withIndex(directory, contentsOf)).toEqual(before);
  });

  it('that is damaged is built again from segments that a build stopped at its very end left', async () => {
    renameSync(`${segmentFile()}.finished`, `${segmentFile()}.journal`);
    const before = readFileSync(segmentFile());
    flip(fileOf('places.u32'), 0);
    expect((await repair()).embedded).toBe(0);
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
    expect(readFileSync(segmentFile())).toEqual(before);
    const names = readdirSync(directory).filter((name) => name.includes('.segment'));
    const segments = [manifest, await readManifest(directory)].map((read) => read?.segments[0]?.name);
    expect(names).toEqual(segments.flatMap((name) => [name, `${name}.finished`]));
  });

  it('that is damaged is built again from nothing where that is asked for', async () => {
    flip(fileOf('places.u32'), 0);
    const { embedded } = await buildFake(directory, ARTICLES, { full: true });
    expect(embedded).toBe(all());
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('that is damaged with the journal of its segment is embedded again as far as that is damaged', async () => {
    const journal = `${segmentFile()}.finished`;
    const lines = readFileSync(journal, 'utf8').split('\n');
    // The first line names the maker; each article stands before its passages.
    flip(journal, lines.slice(0, 2).join('\n').length + 20);
    flip(fileOf('places.u32'), 0);
    expect(await repair()).toEqual({ embedded: 1, reasons: ['places.u32 does not hold what was written'] });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('that is damaged is embedded again where the journal of its segment cannot be read', async () => {
    rmSync(`${segmentFile()}.finished`);
    mkdirSync(`${segmentFile()}.finished`);
    mkdirSync(join(directory, 'notes.finished'));
    flip(fileOf('places.u32'), 0);
    expect((await repair()).embedded).toBe(all());
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('that is damaged with its segments is embedded again as far as they are damaged', async () => {
    const { places } = await openIndex(directory, fakeModel);
    flip(segmentFile(), places.get(5).offset);
    flip(fileOf('places.u32'), 0);
    expect(await repair()).toEqual({ embedded: 1, reasons: ['places.u32 does not hold what was written'] });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
    expect(await repair()).toEqual({ embedded: 0, reasons: [] });
  });
});

describe('a segment', () => {
  it('with a flipped byte serves all other passages, and only the damaged one is embedded again', async () => {
    const { places } = await openIndex(directory, fakeModel);
    flip(segmentFile(), places.get(5).offset + 3);
    await withIndex(directory, ({ tokens }) => {
      for (let i = 0; i < all(); i++) {
        if (i === 5)
          expect(() => tokens.get(i)).toThrow('does not hold what was written. Run "npm run index"');
        else expect(Buffer.from(tokens.get(i).rows).toString('base64')).toBe(whole.passages[i]?.rows);
      }
    });
    expect(await repair()).toEqual({ embedded: 1, reasons: ['some of it is damaged'] });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
    expect(await repair()).toEqual({ embedded: 0, reasons: [] });
  });

  it('with several is repaired for those passages, be they of one article or of several', async () => {
    const { places } = await openIndex(directory, fakeModel);
    for (const position of [0, 1, 9, all() - 1]) flip(segmentFile(), places.get(position).offset);
    expect(await repair()).toEqual({ embedded: 4, reasons: ['some of it is damaged'] });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('with a flipped byte is repaired too where articles have changed meanwhile', async () => {
    const { places } = await openIndex(directory, fakeModel);
    flip(segmentFile(), places.get(5).offset);
    const added = articleIn('new.txt', madeText(9, 3));
    // The article as a whole, its one passage, and the damaged one.
    expect((await buildFake(directory, [...ARTICLES, added])).texts).toHaveLength(3);
    expect(await repair([...ARTICLES, added])).toEqual({ embedded: 0, reasons: [] });
    await repair();
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('that is cut is refused when the index is opened, and what was cut off is embedded again', async () => {
    const { name, length } = manifest.segments[0] ?? expect.unreachable();
    truncateSync(segmentFile(), length - 1);
    const found = `${name} has ${length - 1} bytes instead of ${length}`;
    await isRefused(found);
    expect(await repair()).toEqual({ embedded: 1, reasons: [found] });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('that is missing is refused when the index is opened, and written anew', async () => {
    rmSync(segmentFile());
    const found = `${manifest.segments[0]?.name} is missing`;
    await isRefused(found);
    expect(await repair()).toEqual({ embedded: all(), reasons: [found] });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });
});

describe('a manifest', () => {
  const path = () => join(directory, 'manifest.json');
  /** Says in the journal of the segment too that something else made it. */
  const madeBy = (changed: Partial<Manifest>): void => {
    const journal = `${segmentFile()}.finished`;
    const [maker = '', ...lines] = readFileSync(journal, 'utf8').split('\n');
    const { model, ...others } = changed;
    const said = { ...JSON.parse(maker), ...others, ...(model && { model: model.sha256 }) };
    writeFileSync(journal, [JSON.stringify(said), ...lines].join('\n'));
  };

  it('is known to be damaged by a flipped bit in any of its characters', async () => {
    const content = readFileSync(path());
    for (let byte = 0; byte < content.length; byte++) {
      flip(path(), byte);
      // The format alone may be read as that of a newer or an older version.
      const read = await readManifest(directory).then(
        (found) => found,
        (error: Error) => error.message,
      );
      if (read !== null)
        expect(read).toMatch(/manifest\.json was changed or cut off|made by a newer version/);
      writeFileSync(path(), content);
    }
    expect(await readManifest(directory)).toEqual(manifest);
  });

  it('that is cut off anywhere is damaged, and the index is built again', async () => {
    const content = readFileSync(path());
    for (let length = 0; length < content.length; length += 97) {
      writeFileSync(path(), content.subarray(0, length));
      await isRefused('manifest.json was changed or cut off');
    }
    expect(await repair()).toEqual({ embedded: 0, reasons: ['manifest.json was changed or cut off'] });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('that is replaced by one of other articles leaves what was embedded to the build after', async () => {
    const other = [articleIn('other.txt', madeText(9, 3), 'Other')];
    expect((await buildFake(directory, other)).texts).toHaveLength(2);
    expect((await buildFake(directory, ARTICLES)).texts).toEqual([]);
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
    expect(await repair()).toEqual({ embedded: 0, reasons: [] });
  });

  it('that is gone is built again from what was embedded', async () => {
    rmSync(path());
    expect(await repair()).toEqual({ embedded: 0, reasons: ['there is none yet'] });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('of a newer version is left alone, with a sentence that says what to do', async () => {
    writeFileSync(path(), `{"format": ${FORMAT + 1}, "something": "new"}`);
    const names = readdirSync(directory);
    await expect(openIndex(directory, fakeModel)).rejects.toThrow(
      `The index in ${directory} was made by a newer version of this program (format ${FORMAT + 1}; this one reads ` +
        `${FORMAT}). Update the program, or run "npm run index" to build the index again.`,
    );
    expect(readFileSync(path(), 'utf8')).toBe(`{"format": ${FORMAT + 1}, "something": "new"}`);
    expect(readdirSync(directory)).toEqual(names);
  });

  it('of an older version is as none, and the index is built anew', async () => {
    writeFileSync(path(), `{"format": ${FORMAT - 1}, "threshold": 0.7}`);
    madeBy({ format: FORMAT - 1 });
    expect(await readManifest(directory)).toBeNull();
    const reasons = ['an older version of this program made it'];
    expect(await repair()).toEqual({ embedded: all(), reasons });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it.each([
    ['the model is another one', { model: { name: 'other', sha256: '1'.repeat(64), dimension: 32 } }],
    ['its sizes are others', { passages: { words: 81, overlap: 40 } }],
    ['its sizes are others', { hnsw: { m: 8, efConstruction: 200 } }],
  ])('by which %s makes all be built anew, and that is said (%#)', async (reason, changed) => {
    writeFileSync(path(), formatManifest({ ...manifest, ...changed }));
    madeBy(changed);
    expect(await repair()).toEqual({ embedded: all(), reasons: [reason] });
    expect(await withIndex(directory, contentsOf)).toEqual(whole);
  });

  it('that names another model is not opened', async () => {
    const model = { name: 'other', sha256: '1'.repeat(64), dimension: 32 };
    writeFileSync(path(), formatManifest({ ...manifest, model }));
    await expect(openIndex(directory, fakeModel)).rejects.toThrow(
      `The index in ${directory} was made with another model (other) than EMBEDDING_MODEL names (fake). Run "npm run index"`,
    );
  });
});
