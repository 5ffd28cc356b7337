import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FilesBefore, KnownArticles } from '../src/index/build-options.js';
import { FORMAT, readManifest } from '../src/index/manifest.js';
import { UserError } from '../src/user-error.js';
import { articleIn, buildFake, folderOf, madeText } from './fake-build.js';

const ARTICLES = Array.from({ length: 3 }, (_, i) => articleIn(`${i}.txt`, madeText(i, 20)));

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'talks-read-'));
});
afterEach(() => rm(directory, { recursive: true }));

/** Builds, and tells what was known of the folder each time that it was read. */
async function readsOf(more: { full?: boolean } = {}): Promise<KnownArticles[]> {
  const reads: KnownArticles[] = [];
  const read = async (known: KnownArticles) => {
    reads.push(known);
    return folderOf(ARTICLES);
  };
  await buildFake(directory, ARTICLES, { ...more, read });
  return reads;
}
const nothing: KnownArticles = new Map();

async function flip(name: string): Promise<void> {
  const path = join(directory, (await readManifest(directory))?.build ?? '', name);
  const content = readFileSync(path);
  content[200] = (content[200] ?? 0) ^ 1;
  writeFileSync(path, content);
}

it('the files that the index was made from are told also where nothing of it is taken over', async () => {
  const { seeds } = folderOf(ARTICLES);
  const before = new Map(seeds.map(({ file, sha256 }) => [file, { sha256, articles: 1 }]));
  const told: FilesBefore[] = [];
  const read = async (_: KnownArticles, files: FilesBefore) => {
    told.push(files);
    return folderOf(ARTICLES);
  };
  await buildFake(directory, ARTICLES, { read });
  await buildFake(directory, ARTICLES, { read });
  await buildFake(directory, ARTICLES, { read, full: true });
  await flip('articles.json');
  await buildFake(directory, ARTICLES, { read });
  expect(told).toEqual([new Map(), before, before, before]);
});

describe('the folder of articles is read once in a build', () => {
  it('with nothing known, where there is no index yet', async () => {
    expect(await readsOf()).toEqual([nothing]);
  });

  it('with what the index knows of it', async () => {
    await readsOf();
    const { seeds } = folderOf(ARTICLES);
    const known = seeds.map(({ file, sha256 }, i) => [file, { sha256, articles: [ARTICLES[i]] }] as const);
    expect(await readsOf()).toEqual([new Map(known)]);
  });

  it('with nothing known, where all is to be made anew', async () => {
    await readsOf();
    expect(await readsOf({ full: true })).toEqual([nothing]);
  });

  it.each(['articles.json', 'vectors.hnsw', 'postings.u32'])(
    'with nothing known, where %s is damaged',
    async (name) => {
      await readsOf();
      await flip(name);
      expect(await readsOf()).toEqual([nothing]);
    },
  );

  it('with nothing known, where an older version made the index', async () => {
    await readsOf();
    writeFileSync(join(directory, 'manifest.json'), `{"format": ${FORMAT - 1}}`);
    expect(await readsOf()).toEqual([nothing]);
  });

  it('and where it cannot be read, nothing stays open, and the next build goes on', async () => {
    await readsOf();
    const open = () => readdirSync('/dev/fd').length;
    const before = open();
    for (let i = 0; i < 5; i++) {
      const failing = buildFake(directory, ARTICLES, {
        read: () => Promise.reject(new UserError('There is no such folder.')),
      });
      await expect(failing).rejects.toThrow('There is no such folder.');
    }
    expect(open()).toBe(before);
    rmSync(join(directory, 'manifest.json'));
    expect(await readsOf()).toEqual([nothing]);
  });
});
