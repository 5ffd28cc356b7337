import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../src/article/article.js';
import type { Text } from '../src/embedding/encode-text.js';
import { leadOf } from '../src/index/article-vectors.js';
import type { BuildStep } from '../src/index/build-options.js';
import { type Manifest, readManifest } from '../src/index/manifest.js';
import type { OpenIndex } from '../src/index/open.js';
import { type Passage, passagesOf, withHeading } from '../src/passage.js';
import { numbers } from './bench/made-articles.js';
import { articleIn, buildFake, contentsOf, inWords, madeText, withIndex } from './fake-build.js';
import { fakeText, fakeVector } from './fixtures/fake-encode.mjs';
import { cosine } from './model.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'talks-changes-'));
});
afterEach(() => rm(directory, { recursive: true }));

/** What a model is given of the passages of an article, written out: their sentences are its parts. */
function partsOf(article: Article): { passage: Passage; text: Text }[] {
  const known = parts.get(article);
  if (known) return known;
  const made = passagesOf(article).map((passage) => {
    const { text, start } = withHeading(passage);
    const ends = passage.metadata.sentences.map(({ end }) => end - passage.metadata.start + start);
    return { passage, text: { text, ends: [Math.max(0, start - 1), ...ends.slice(0, -1)] } };
  });
  parts.set(article, made);
  return made;
}
const parts = new WeakMap<Article, { passage: Passage; text: Text }[]>();

/** All that a model is given of articles: each as a whole, and its passages. */
function textsOf(articles: Article[]): Set<string> {
  const texts = articles.flatMap((article): Text[] => [
    { text: leadOf(article), ends: null },
    ...partsOf(article).map(({ text }) => text),
  ]);
  return new Set(texts.map((text) => JSON.stringify(text)));
}

/** The texts of new and changed articles that stood in none that is gone or was changed. */
function textsMissing(before: Article[], after: Article[]): string[] {
  const keyOf = (article: Article): string => JSON.stringify(article);
  const [old, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const known = textsOf(before.filter((article) => !now.has(keyOf(article))));
  const wanted = textsOf(after.filter((article) => !old.has(keyOf(article))));
  return [...wanted].filter((key) => !known.has(key)).sort();
}

/** An editor of an archive, who does everything that can be done to it. */
class Editor {
  readonly random: () => number;
  private next = 0;

  constructor(
    seed: number,
    public articles: Article[],
  ) {
    this.random = numbers(seed);
  }

  private get any(): number {
    return Math.floor(this.random() * this.articles.length);
  }
  private newText(): string {
    return madeText(1_000 + Math.floor(this.random() * 1e9), 1 + Math.floor(this.random() * 30));
  }
  private newFile(): string {
    return `new-${this.next++}.txt`;
  }

  add(): void {
    this.articles.splice(this.any, 0, articleIn(this.newFile(), this.newText(), 'Added'));
  }
  remove(): void {
    this.articles.splice(this.any, 1);
  }
  rename(): void {
    const i = this.any;
    const { text, title } = this.articles[i] as Article;
    this.articles[i] = articleIn(this.newFile(), text, title);
  }
  double(): void {
    const { text, title } = this.articles[this.any] as Article;
    this.articles.splice(this.any, 0, articleIn(this.newFile(), text, title));
  }
  /** One becomes two that read alike. */
  split(): void {
    const i = this.any;
    const { text, title } = this.articles[i] as Article;
    const two = [this.newFile(), this.newFile()].map((file) => articleIn(file, text, title));
    this.articles.splice(i, 1, ...two);
  }
  /** A sentence in the middle; the passages before and after it stay. */
  change(): void {
    const i = this.any;
    const article = this.articles[i] as Article;
    const sentences = article.text.split(/(?<=\.) /);
    sentences[Math.floor(this.random() * sentences.length)] = madeText(Math.floor(this.random() * 1e9), 1);
    this.articles[i] = { ...article, text: sentences.join(' ') };
  }
  retitle(): void {
    const i = this.any;
    this.articles[i] = { ...(this.articles[i] as Article), title: `Title ${this.next++}` };
  }
  /** What is no part of any text: nothing has to be embedded. */
  date(): void {
    const i = this.any;
    this.articles[i] = { ...(this.articles[i] as Article), date: '2025-01-01', dateSource: 'stated' };
  }
  reorder(): void {
    const [moved] = this.articles.splice(this.any, 1);
    if (moved) this.articles.splice(this.any, 0, moved);
  }
  /** Texts change places. */
  swap(): void {
    const [i, j] = [this.any, this.any];
    const [one, other] = [this.articles[i] as Article, this.articles[j] as Article];
    this.articles[i] = { ...one, text: other.text };
    this.articles[j] = { ...other, text: one.text };
  }

  edit(times: number): void {
    const ways = [
      this.add,
      this.remove,
      this.rename,
      this.double,
      this.split,
      this.change,
      this.retitle,
      this.date,
      this.reorder,
      this.swap,
    ];
    for (let i = 0; i < times; i++) (ways[Math.floor(this.random() * ways.length)] as () => void).call(this);
  }
}

const manifestOf = async (folder: string): Promise<Manifest> => {
  const manifest = await readManifest(folder);
  if (!manifest) throw new Error('There is no index');
  return manifest;
};
const wordsIn = (folder: string, { build }: Manifest): string[] =>
  JSON.parse(readFileSync(join(folder, build, 'terms.json'), 'utf8')).terms;

/** Whether an index is that of these articles, as one built anew is. */
async function compareWithNew(articles: Article[], isSmall: boolean, before: Article[] = []): Promise<void> {
  const gone = before.flatMap(partsOf).map(({ text }) => text.text);
  const fresh = await mkdtemp(join(tmpdir(), 'talks-fresh-'));
  await buildFake(fresh, articles);
  const [ours, theirs] = [await manifestOf(directory), await manifestOf(fresh)];
  const isSame = ({ files }: Manifest) =>
    Object.entries(files)
      // Where a vector lies depends on when it was embedded, and on whether its graph was changed or made.
      .filter(
        ([name]) => name !== 'places.u32' && (isSmall || !['vectors.hnsw', 'labels.i32'].includes(name)),
      )
      .map(([name, { sha256 }]) => [name, sha256]);
  expect(isSame(ours)).toEqual(isSame(theirs));
  expect(ours.articles).toEqual(theirs.articles);
  expect(ours.seeds).toEqual(theirs.seeds);
  const expected = await withIndex(fresh, contentsOf);
  await withIndex(directory, (index) => {
    expect(contentsOf(index)).toEqual(expected);
    expect(expected.passages).toEqual(
      articles
        .flatMap((article) => partsOf(article))
        .map(({ passage, text }) => {
          const encoded = fakeText(text);
          return { passage, vector: encoded.vector.join(), ...inWords(encoded) };
        }),
    );
    findsAll(index, gone);
  });
  await rm(fresh, { recursive: true });
}

function findsAll(index: OpenIndex, gone: string[]): void {
  const { passages, vectors } = index;
  const all = Array.from({ length: vectors.size }, (_, i) => vectors.get(i));
  let lost = 0;
  for (const [i, vector] of all.entries()) {
    const [position, likeness] = vectors.nearest(vector, 1)[0] ?? [-1, 0];
    // Of two that read the same, either is the nearest; both are near.
    if (likeness < 0.99999 || all[position]?.join() !== vector.join()) lost++;
    else if (!vectors.nearest(vector, 8).some(([near]) => near === i)) lost++;
  }
  expect(lost).toBe(0);
  // What is gone is not found, though its vector is asked for.
  const texts = new Set([...passages].map((passage) => withHeading(passage).text));
  for (const text of gone) {
    if (texts.has(text)) continue;
    const near = vectors.nearest(fakeVector(text), 5);
    expect(near.every(([position, likeness]) => position >= 0 && likeness < 0.999)).toBe(true);
  }
  let found = 0;
  const questions = Array.from({ length: 100 }, (_, i) => fakeVector(`question ${i}`));
  for (const question of questions) {
    const cosines = all.map((vector) => cosine(question, vector));
    const tenth = cosines.toSorted((one, other) => other - one)[9] ?? -1;
    const near = vectors.nearest(question, 10);
    expect(new Set(near.map(([position]) => position)).size).toBe(Math.min(10, vectors.size));
    found += near.filter(([position]) => (cosines[position] ?? -1) >= tenth - 1e-6).length;
  }
  expect(found / (questions.length * Math.min(10, vectors.size))).toBeGreaterThanOrEqual(0.99);
}

/** What lies in the folder: two builds and their segments, and nothing else. */
async function checkFolder(before: Manifest, after: Manifest): Promise<void> {
  const segments = [before, after].flatMap((manifest) =>
    manifest.segments.flatMap(({ name }) => [name, `${name}.finished`]),
  );
  const needed = new Set(['.lock', 'manifest.json', before.build, after.build, ...segments]);
  expect((await readdir(directory)).sort()).toEqual([...needed].sort());
  expect(after.segments.length).toBeLessThanOrEqual(8);
}

/** Builds, edits, and compares after each round with an index built anew. */
async function follow(editor: Editor, rounds: number, edits: number, isSmall: boolean) {
  await buildFake(directory, editor.articles);
  const linked: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [before, old] = [[...editor.articles], await manifestOf(directory)];
    editor.edit(edits);
    // More goes than comes.
    if (round === rounds - 1) for (let i = 0; i < edits; i++) editor.remove();
    let links = 0;
    const onStep = ({ name }: BuildStep) => {
      if (name === 'link') links++;
    };
    const { texts, passages, built } = await buildFake(directory, editor.articles, { onStep });
    const now = await manifestOf(directory);
    expect(built).toBe(true);
    expect(passages).toBe(editor.articles.flatMap(partsOf).length);
    expect(texts.map((text) => JSON.stringify(text)).sort()).toEqual(textsMissing(before, editor.articles));
    await compareWithNew(editor.articles, isSmall, before);
    await checkFolder(old, now);
    linked.push(links / passages);
  }
  return linked;
}

describe('an index that follows a small archive', () => {
  it.each([1, 2])('is bit by bit what one built anew is, whatever is done to it (%i)', async (seed) => {
    const articles = Array.from({ length: 20 }, (_, i) =>
      articleIn(`${i}.txt`, madeText(i, 1 + ((i * 7) % 24)), i % 3 === 0 ? null : `Title ${i}`),
    );
    const linked = await follow(new Editor(seed, articles), 10, 3, true);
    expect(linked.every((share) => share === 1)).toBe(true);
  });
});

describe('an index that follows a large archive', () => {
  it('holds what one built anew holds, though most of its graph is never linked again', async () => {
    const articles = Array.from({ length: 230 }, (_, i) =>
      articleIn(`${i}.txt`, madeText(i, 60), `Title ${i % 50}`),
    );
    const linked = await follow(new Editor(4, articles), 3, 8, false);
    expect((await manifestOf(directory)).articles.length).toBeGreaterThan(200);
    for (const share of linked) expect(share).toBeLessThan(0.1);
  });

  it('is repaired in its place, also where what is damaged is about to be moved', async () => {
    let articles = Array.from({ length: 230 }, (_, i) => articleIn(`${i}.txt`, madeText(i, 60)));
    await buildFake(directory, articles);
    await damage([5, 700, 701]);
    const reasons: string[] = [];
    let links = 0;
    const onStep = (step: BuildStep) => {
      if (step.name === 'start') reasons.push(step.reason);
      if (step.name === 'link') links++;
    };
    expect((await buildFake(directory, articles, { onStep })).embedded).toBe(3);
    expect([reasons, links]).toEqual([['some of it is damaged'], 3]);
    await compareWithNew(articles, false);
    // One article a segment: with the eighth, the smallest are put together.
    const more = Array.from({ length: 7 }, (_, i) => articleIn(`more-${i}.txt`, madeText(300 + i, 3)));
    for (const article of more.slice(0, -1)) {
      articles = [...articles, article];
      await buildFake(directory, articles);
    }
    const { passages } = await withIndex(directory, contentsOf);
    // The passage of each of them: whichever is moved, it is found, and then all are looked through. The
    // new article was embedded by then.
    await damage(Array.from({ length: 6 }, (_, i) => passages.length - 6 + i));
    articles = [...articles, ...more.slice(-1)];
    expect((await buildFake(directory, articles)).embedded).toBe(6);
    await compareWithNew(articles, false);
  });
});

/** Flips a bit of what the model made of some passages. */
async function damage(positions: number[]): Promise<void> {
  const places = await withIndex(directory, (index) =>
    positions.map((position) => index.places.get(position)),
  );
  for (const { segment, offset } of places) {
    const file = openSync(join(directory, segment), 'r+');
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, offset);
    writeSync(file, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, offset);
    closeSync(file);
  }
}

describe('words that stand only in an article that is removed', () => {
  it('are gone from the index, and those of others are not', async () => {
    const articles = ['panda zoo.', 'panda tiger.'].map((text, i) => articleIn(`${i}.txt`, `The ${text}`));
    await buildFake(directory, articles);
    expect(wordsIn(directory, await manifestOf(directory))).toEqual(['panda', 'the', 'tiger', 'zoo']);
    await buildFake(directory, articles.slice(1));
    expect(wordsIn(directory, await manifestOf(directory))).toEqual(['panda', 'the', 'tiger']);
  });
});

describe('segments', () => {
  it('are never more than eight, and of none is less than half in use', async () => {
    let articles = Array.from({ length: 3 }, (_, i) => articleIn(`${i}.txt`, madeText(i, 40)));
    await buildFake(directory, articles);
    const counts: number[] = [];
    for (let round = 0; round < 24; round++) {
      articles = [...articles, articleIn(`more-${round}.txt`, madeText(100 + round, 12))];
      if (round > 12) articles = articles.slice(2);
      const old = await manifestOf(directory);
      await buildFake(directory, articles);
      const now = await manifestOf(directory);
      await checkFolder(old, now);
      counts.push(now.segments.length);
      const used = new Map<string, number>();
      await withIndex(directory, ({ places, segments }) => {
        for (let position = 0; position < places.size; position++) {
          const place = places.get(position);
          segments.read(place);
          used.set(place.segment, (used.get(place.segment) ?? 0) + place.length);
        }
      });
      // The newest holds what its articles are as a whole too, which is not read from there again.
      for (const { name, length } of now.segments.slice(0, -1))
        expect(used.get(name) ?? 0).toBeGreaterThanOrEqual(length / 2);
    }
    expect(counts.slice(0, 7)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(Math.max(...counts)).toBe(8);
  });
});

describe('a passage that is cut into other sentences', () => {
  it('is embedded again, though it reads as before: its tokens are counted by sentences', async () => {
    const article = articleIn('a.txt', 'Er kam am 3. Januar nach Riad. Dann ging er.');
    await buildFake(directory, [article]);
    const german = { ...article, language: 'de' };
    const { texts } = await buildFake(directory, [german]);
    expect(texts).toEqual([{ text: article.text, ends: [0, 30] }]);
    await compareWithNew([german], true);
  });
});

describe('an article that comes twice', () => {
  it('is embedded once', async () => {
    const [text, other] = [madeText(1, 40), madeText(2, 40)];
    const { texts, passages } = await buildFake(directory, [
      articleIn('a.txt', text),
      articleIn('b.txt', text),
    ]);
    expect([texts.length, passages]).toEqual([1 + passages / 2, passages]);
    // Also where it takes the place of another, and comes three times.
    const files = ['c.txt', 'd.txt', 'e.txt'].map((file) => articleIn(file, text));
    expect((await buildFake(directory, [...files, articleIn('b.txt', other)])).texts.length).toBe(
      textsOf([articleIn('b.txt', other)]).size,
    );
    await compareWithNew([...files, articleIn('b.txt', other)], true);
  });
});
