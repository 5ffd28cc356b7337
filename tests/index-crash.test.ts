import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../src/article/article.js';
import type { BuildStep } from '../src/index/build-options.js';
import { readManifest } from '../src/index/manifest.js';
import { openIndex } from '../src/index/open.js';
import { articleIn, buildFake, contentsOf, folderOf, madeText, withIndex } from './fake-build.js';
import { fakeEncode, fakeModel } from './fixtures/fake-encode.mjs';
import { ROOT } from './program.js';

let temporary: string;
let directory: string;
beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-crash-'));
  directory = join(temporary, 'index');
});
afterEach(() => rm(temporary, { recursive: true }));

const OLD = Array.from({ length: 4 }, (_, i) => articleIn(`${i}.txt`, madeText(i, 20)));
/** One is gone, one is changed, one is renamed, one is new. */
const NEW = [
  OLD[0] as Article,
  articleIn('1.txt', madeText(11, 25)),
  articleIn('renamed.txt', OLD[2]?.text ?? ''),
  articleIn('new.txt', madeText(12, 30), 'New'),
];
/** What the index of these articles says. */
async function contentsOfNew(articles: Article[]) {
  const folder = join(temporary, 'expected');
  await buildFake(folder, articles);
  const contents = await withIndex(folder, contentsOf);
  await rm(folder, { recursive: true });
  return contents;
}
const contents = () => withIndex(directory, contentsOf);

/** How many texts a build of NEW embeds after one of OLD, and how many passages it links: all, since they are few. */
const [TEXTS, PASSAGES] = [14, 21];

/** With the number of the text or passage, where a step is told of each. */
const STEPS: [BuildStep['name'], number][] = [
  ['start', 0],
  ['cut', 0],
  ['cut', 1],
  ['embed', 1],
  ['embed', 7],
  ['embed', TEXTS],
  ['link', 1],
  ['link', 8],
  ['link', PASSAGES],
  ['measure', 0],
  ['write', 0],
  ['check', 0],
  ['publish', 0],
  ['tidy', 0],
];
const isAt = (step: BuildStep, [name, number]: (typeof STEPS)[number]): boolean =>
  step.name === name && (!('done' in step) || step.done === number);

/** How many texts are embedded, and so need not be again, when a build ends at a step. */
const embeddedAt = ([name, number]: (typeof STEPS)[number]): number =>
  ['start', 'cut'].includes(name) ? 0 : name === 'embed' ? number : TEXTS;

/** Whether the folder holds nothing but two builds at most, and what they need. */
async function checkTidied(): Promise<void> {
  const names = await readdir(directory);
  expect(names.filter((name) => name.endsWith('.journal') || name.endsWith('.next'))).toEqual([]);
  expect(names.filter((name) => /^\d{8}T[^.]*$/.test(name)).length).toBeLessThanOrEqual(2);
}

describe('a build that is stopped by an error', () => {
  it.each(STEPS)(
    'at the step %s %s leaves the old index or the new one, and nothing is embedded twice',
    async (...step) => {
      await buildFake(directory, OLD);
      const onStep = (at: BuildStep) => {
        if (isAt(at, step)) throw new Error('stopped');
      };
      await expect(buildFake(directory, NEW, { onStep })).rejects.toThrow('stopped');
      const isPublished = step[0] === 'tidy';
      expect(await contents()).toEqual(await contentsOfNew(isPublished ? NEW : OLD));
      // Nothing stays of it but what it embedded.
      expect((await readdir(directory)).filter((name) => /^\d{8}T[^.]*$/.test(name))).toHaveLength(
        isPublished ? 2 : 1,
      );

      const { texts, built } = await buildFake(directory, NEW);
      expect([texts.length, built]).toEqual([isPublished ? 0 : TEXTS - embeddedAt(step), !isPublished]);
      expect(await contents()).toEqual(await contentsOfNew(NEW));
      if (!isPublished) await checkTidied();
    },
  );

  it('while the articles are read, or its baseline is measured, leaves the old index', async () => {
    await buildFake(directory, OLD);
    const stop = () => Promise.reject(new Error('stopped'));
    for (const more of [{ read: stop }, { measureBaseline: stop }, { encode: stop }])
      await expect(buildFake(directory, NEW, more)).rejects.toThrow('stopped');
    expect(await contents()).toEqual(await contentsOfNew(OLD));
  });
});

/** Builds in another process, which kills itself at a step; tells by which signal it ended. */
async function buildAndDie([name, number]: (typeof STEPS)[number], articles: Article[], full = false) {
  const file = join(temporary, 'articles.json');
  await writeFile(file, JSON.stringify(folderOf(articles)));
  const words = [directory, file, name, `${number}`, full ? 'full' : ''];
  const child = spawn(process.execPath, [join(ROOT, 'tests', 'fixtures', 'build-and-die.mjs'), ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)));
}

describe('a build whose process is killed', () => {
  it.each(STEPS)(
    'at the step %s %s leaves the old index or the new one, and nothing is embedded twice',
    async (...step) => {
      await buildFake(directory, OLD);
      expect(await buildAndDie(step, NEW)).toBe('SIGKILL');
      const isPublished = step[0] === 'tidy';
      expect(await contents()).toEqual(await contentsOfNew(isPublished ? NEW : OLD));

      const { texts, built } = await buildFake(directory, NEW);
      expect([texts.length, built]).toEqual([isPublished ? 0 : TEXTS - embeddedAt(step), !isPublished]);
      expect(await contents()).toEqual(await contentsOfNew(NEW));
      // Where there was nothing left to build, the next build that has tidies.
      if (isPublished) await buildFake(directory, OLD);
      await checkTidied();
    },
  );

  it('again and again while what is kept moves to a new segment, moves it once', async () => {
    await buildFake(directory, OLD);
    // So little of the segment stays in use that it is written anew.
    const articles = [OLD[0] as Article, articleIn('new.txt', madeText(12, 30), 'New')];
    for (let i = 0; i < 3; i++) expect(await buildAndDie(['link', 1], articles)).toBe('SIGKILL');
    const { texts } = await buildFake(directory, articles);
    expect(texts).toEqual([]);
    expect(await contents()).toEqual(await contentsOfNew(articles));
    const manifest = await readManifest(directory);
    const once = join(temporary, 'once');
    await buildFake(once, OLD);
    await buildFake(once, articles);
    expect(manifest?.segments.map(({ length }) => length)).toEqual(
      (await readManifest(once))?.segments.map(({ length }) => length),
    );
  });

  it('leaves nothing for good where another model embeds from then on', async () => {
    expect(await buildAndDie(['embed', 7], NEW)).toBe('SIGKILL');
    expect((await readdir(directory)).filter((name) => name.endsWith('.journal'))).toHaveLength(1);
    const model = { ...fakeModel, sha256: '1'.repeat(64) };
    const { texts } = await buildFake(directory, NEW, { model });
    expect(texts).toEqual((await buildFake(join(temporary, 'other'), NEW)).texts);
    await checkTidied();
    expect((await readdir(directory)).filter((name) => name.endsWith('.segment'))).toHaveLength(1);
  });

  it('again and again at the next text comes to its end all the same', async () => {
    for (let text = 1; text <= 5; text++) {
      expect(await buildAndDie(['embed', text === 1 ? 1 : 2], NEW)).toBe('SIGKILL');
      await expect(openIndex(directory, fakeModel)).rejects.toThrow('There is no index in');
    }
    const { texts } = await buildFake(directory, NEW);
    const all = await buildFake(join(temporary, 'other'), NEW);
    expect(texts).toEqual(all.texts.slice(9));
    expect(await contents()).toEqual(await contentsOfNew(NEW));
  });

  it('goes on with what it embedded when other articles are there by then', async () => {
    await buildFake(directory, OLD);
    expect(await buildAndDie(['embed', TEXTS], NEW)).toBe('SIGKILL');
    const other = articleIn('other.txt', madeText(13, 9));
    const articles = [...NEW.slice(0, 3), other];
    const { texts } = await buildFake(directory, articles);
    expect(texts).toEqual((await buildFake(join(temporary, 'other'), [other])).texts);
    expect(await contents()).toEqual(await contentsOfNew(articles));
  });

  it('leaves what it embedded also where a build comes between that has nothing to embed', async () => {
    await buildFake(directory, OLD);
    expect(await buildAndDie(['embed', 7], NEW)).toBe('SIGKILL');
    expect(await buildFake(directory, OLD.slice(0, 3))).toMatchObject({ built: true, texts: [] });
    expect((await buildFake(directory, NEW)).texts).toHaveLength(TEXTS - 7);
    await checkTidied();
  });

  it('just before it tidies leaves a segment that the next build does not touch, not even a full one', async () => {
    await buildFake(directory, OLD);
    expect(await buildAndDie(['tidy', 0], NEW, true)).toBe('SIGKILL');
    const passages = await contents().then((all) => all.passages.length);
    const served = await openIndex(directory, fakeModel);
    const last = articleIn('last.txt', madeText(14, 20));
    // It ends before it is done: the index that was published before must be whole.
    const onStep = ({ name }: BuildStep) => {
      if (name === 'write') throw new Error('stopped');
    };
    await expect(buildFake(directory, [...NEW, last], { full: true, onStep })).rejects.toThrow('stopped');
    expect(await contents()).toEqual(await contentsOfNew(NEW));
    served.close();

    const { embedded, passages: now } = await buildFake(directory, NEW, { full: true });
    expect([embedded, now]).toEqual([0, passages]);
  });

  it('after it was published, embeds all again where all is asked for', async () => {
    expect(await buildAndDie(['tidy', 0], NEW)).toBe('SIGKILL');
    expect(await buildFake(directory, NEW, { full: true })).toMatchObject({
      embedded: PASSAGES,
      passages: PASSAGES,
    });
  });
});

describe('two builds at once', () => {
  it('are made one after the other, and the second reads the folder when the first is done', async () => {
    await buildFake(directory, OLD);
    const steps: string[] = [];
    let release = () => {};
    const isHeld = new Promise<void>((resolve) => {
      release = resolve;
    });
    const build = (name: string, articles: () => Article[], wait: Promise<void>) =>
      buildFake(directory, [], {
        read: async () => {
          steps.push(`${name} reads`);
          return folderOf(articles());
        },
        encode: async (texts, onEncoded) => {
          await wait;
          await fakeEncode(texts, onEncoded);
        },
        onStep: (step) => steps.at(-1) !== `${name} ${step.name}` && steps.push(`${name} ${step.name}`),
      });
    let folder = NEW;
    const first = build('one', () => folder, isHeld);
    while (steps.at(-1) !== 'one cut') await new Promise((resolve) => setTimeout(resolve, 5));
    const second = build('two', () => folder, Promise.resolve());
    while (steps.at(-1) !== 'two wait') await new Promise((resolve) => setTimeout(resolve, 5));
    // What is dropped into the folder while both are under way is for the second to find.
    folder = [...NEW, articleIn('late.txt', madeText(20, 10))];
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(steps).toEqual(['one reads', 'one start', 'one cut', 'two wait']);
    release();
    expect((await first).built).toBe(true);
    expect((await second).texts).toEqual([]);
    const whole = ['embed', 'link', 'measure', 'write', 'check', 'publish', 'tidy'];
    expect(steps).toEqual([
      ...['one reads', 'one start', 'one cut', 'two wait'],
      ...whole.map((name) => `one ${name}`),
      ...['two reads', 'two start', 'two cut'],
      // What one article changes does not change what unrelated questions score.
      ...whole.filter((name) => name !== 'measure').map((name) => `two ${name}`),
    ]);
    expect(await contents()).toEqual(await contentsOfNew(folder));
  });

  it('are one where the first has done all', async () => {
    const both = await Promise.all([buildFake(directory, NEW), buildFake(directory, NEW)]);
    expect(both.map(({ built }) => built).sort()).toEqual([false, true]);
  });

  it('of which the first fails do not hinder the second', async () => {
    await mkdir(directory);
    const read = () => Promise.reject(new Error('stopped'));
    const [first, second] = await Promise.allSettled([
      buildFake(directory, NEW, { read }),
      buildFake(directory, NEW),
    ]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(await contents()).toEqual(await contentsOfNew(NEW));
  });
});
