import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { type Articles, readArticles } from '../src/article/read-articles.js';
import type { Embedder } from '../src/embedding/embedder.js';
import { buildIndex } from '../src/index/build.js';
import { withBuildLock } from '../src/index/build-lock.js';
import type { BuildOptions, BuildStep } from '../src/index/build-options.js';
import type { IndexContents } from '../src/index/contents.js';
import { readManifest } from '../src/index/manifest.js';
import { openIndex } from '../src/index/open.js';
import { PassageVectors } from '../src/index/passage-vectors.js';
import { PassageStore } from '../src/passage-store.js';
import { createSearch } from '../src/search.js';
import { cosine, indexModel, loadModel } from './model.js';
import { ROOT } from './program.js';

let embedder: Embedder;
let seeds: Articles;
let temporary: string;
let directory: string;
let number = 0;

beforeAll(async () => {
  embedder = await loadModel();
  seeds = await readArticles(join(ROOT, 'seeds'));
  temporary = await mkdtemp(join(tmpdir(), 'talks-builds-'));
});
afterAll(() => rm(temporary, { recursive: true }));
/** Every test has a copy of the index of the four articles. */
beforeEach(async () => {
  directory = join(temporary, `${number++}`);
  await cp(inject('indexDir'), directory, { recursive: true });
});

const options = (more: Partial<BuildOptions> = {}): BuildOptions => ({
  directory,
  read: async () => seeds,
  model: indexModel(embedder),
  encode: indexModel(embedder).encode,
  measureBaseline: async () => ({ unshared: 0.7, shared: 0.1, deviation: 0.02 }),
  ...more,
});
const currentBuild = async (): Promise<string> =>
  join(directory, (await readManifest(directory))?.build ?? '');

/** The best passage for a question that only one article answers. */
async function ask(question = 'How many drones did Russia launch overnight?'): Promise<string | undefined> {
  const { hits } = await createSearch(await openIndex(directory, indexModel(embedder)), embedder)(question);
  const [hit] = hits;
  return hit?.article.text.slice(hit.sentence.start, hit.sentence.end);
}

/** Length and hash of the files of the current build: two with the same hold the same vectors, bit by bit. */
const filesOf = async () => {
  // Where in the segments a passage lies depends on when it was embedded.
  const { 'places.u32': _, ...files } = (await readManifest(directory))?.files ?? {};
  return files;
};

describe('two builds', () => {
  it('of the same articles are equal, vector by vector', async () => {
    const before = await filesOf();
    expect(await buildIndex(options({ full: true }))).toEqual({ passages: 68, embedded: 68, built: true });
    expect(await filesOf()).toEqual(before);
  });

  it('of the same articles are one, where all is up to date', async () => {
    const before = await currentBuild();
    expect(await buildIndex(options())).toEqual({ passages: 68, embedded: 0, built: false });
    expect(await currentBuild()).toBe(before);
  });

  it('embed only what has changed, and give what a full one gives', async () => {
    const articles = seeds.articles.map((article, i) =>
      i === 2 ? { ...article, text: `A panda was born in the zoo. ${article.text}`, note: 'new' } : article,
    );
    const others = [...seeds.seeds, { file: 'x', length: 0, sha256: '0'.repeat(64) }];
    const changed = { read: async () => ({ articles, seeds: others }) };
    const encode = vi.spyOn(embedder, 'encodePassage');
    const report = await buildIndex(options(changed));
    const embedded = encode.mock.calls.map(([text]) => text.slice(0, 40));
    encode.mockRestore();
    expect(report).toEqual({ passages: 68, embedded: 1, built: true });
    // The text by which the article is known as a whole, and the passage.
    const start = 'A panda was born in the zoo. Top Russian';
    expect(embedded).toEqual([start, start]);
    const before = await filesOf();
    await buildIndex(options({ ...changed, full: true }));
    expect(await filesOf()).toEqual(before);
    expect(await ask('Which animal was born in the zoo?')).toBe('A panda was born in the zoo.');
  });

  it('embed all passages of an article again that has another title, since it stands over each', async () => {
    const articles = seeds.articles.map((article, i) => (i === 2 ? { ...article, title: 'New' } : article));
    const changed = { read: async () => ({ articles, seeds: [] }) };
    const { passages } = await openIndex(directory, indexModel(embedder));
    const own = [...passages].filter(({ metadata }) => metadata.article === articles[2]?.id).length;
    expect(await buildIndex(options(changed))).toEqual({ passages: 68, embedded: own, built: true });
    const before = await filesOf();
    await buildIndex(options({ ...changed, full: true }));
    expect(await filesOf()).toEqual(before);
  });

  it('tell of each text that is embedded', async () => {
    const told: number[][] = [];
    const onStep = (step: BuildStep) => step.name === 'embed' && told.push([step.done, step.total]);
    await buildIndex(options({ full: true, onStep }));
    expect(told).toEqual(Array.from({ length: 4 + 68 }, (_, done) => [done + 1, 72]));
  });

  it('keep what unrelated questions score, as it was measured on the new index', async () => {
    const measured: number[] = [];
    const baseline = { unshared: 0.5, shared: -0.25, deviation: 0.125 };
    const measureBaseline = async ({ passages, articles }: IndexContents) => {
      measured.push(passages.size, articles.length);
      return baseline;
    };
    await buildIndex(options({ full: true, measureBaseline }));
    expect(measured).toEqual([68, 4]);
    expect((await openIndex(directory, indexModel(embedder))).baseline).toEqual({ ...baseline, changed: 0 });
  });
});

describe('the lock', () => {
  it('is given back when a build fails', async () => {
    await expect(
      withBuildLock(
        directory,
        () => {},
        () => Promise.reject(new Error('no')),
      ),
    ).rejects.toThrow('no');
    expect(
      await withBuildLock(
        directory,
        () => expect.unreachable(),
        async () => 'free',
      ),
    ).toBe('free');
  });
});

describe('the passage index', () => {
  it('finds what an exact search finds, with the same cosines', async () => {
    const { passages, vectors } = await openIndex(directory, indexModel(embedder));
    const asked = await embedder.embedQuery('Who was at the talks?');
    const exact = [...passages].map(
      (passage, position) => [passage, cosine(asked, vectors.get(position))] as const,
    );
    const best = exact.sort((a, b) => b[1] - a[1]).slice(0, 10);
    const found = await new PassageStore(embedder, vectors, passages).similaritySearchVectorWithScore(
      asked,
      10,
    );
    expect(found.map(([passage]) => passage)).toEqual(best.map(([passage]) => passage));
    for (const [i, [, score]] of found.entries()) expect(score).toBeCloseTo(best[i]?.[1] ?? 0, 5);
  });

  it('is a LangChain vector store that can be filled, saved, loaded and asked', async () => {
    const store = new PassageStore(embedder, PassageVectors.empty(384), []);
    expect(await store.similaritySearch('Anything', 3)).toEqual([]);
    const passage = (pageContent: string, start: number) => ({
      pageContent,
      metadata: { article: 'a', heading: '', start, end: start + pageContent.length, sentences: [] },
    });
    const passages = [passage('The drones came at night.', 0), passage('The ministers met in a palace.', 30)];
    await store.addDocuments(passages);
    const folder = join(directory, 'store');
    await mkdir(folder);
    await store.save(folder);
    const loaded = await PassageStore.load(folder, embedder);
    expect(await loaded.similaritySearch('Where did they meet?', 5)).toEqual([passages[1], passages[0]]);
  });
});
