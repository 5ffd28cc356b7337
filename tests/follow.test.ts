import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followIndex } from '../src/index/follow.js';
import { formatManifest, type Manifest, readManifest } from '../src/index/manifest.js';
import { LiveLibrary, type OpenedLibrary } from '../src/live-library.js';
import { articleIn, buildFake } from './fake-build.js';
import { libraryOf } from './made-library.js';

let directory: string;
let manifest: Manifest;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'talks-follow-'));
  await buildFake(directory, [articleIn('a.txt', 'One sentence.')]);
  manifest = (await readManifest(directory)) ?? expect.unreachable();
});
afterAll(() => rm(directory, { recursive: true }));

/** Longer than it takes to look again. */
const LOOKED = 800;
const build = (number: number): string => `20250101T000000Z-00000${number}`;

/** Puts something in the place of the manifest, as a build does. */
function put(content: string): void {
  writeFileSync(join(directory, 'next'), content);
  renameSync(join(directory, 'next'), join(directory, 'manifest.json'));
}
const publish = (name: string): void => put(formatManifest({ ...manifest, build: name }));

describe('followIndex', () => {
  let told: string[];
  let stop: () => void;
  beforeEach(() => {
    told = [];
    publish(build(0));
  });
  afterEach(() => stop());

  function follow(onBuild: () => Promise<void>): void {
    stop = followIndex(directory, build(0), onBuild, (error) => told.push((error as Error).message));
  }
  const tell = async () => {
    told.push((await readManifest(directory))?.build ?? '');
  };

  it('tells of each build once, within a second, and not of the one that is there', async () => {
    follow(tell);
    await wait(LOOKED);
    expect(told).toEqual([]);
    publish(build(1));
    await wait(LOOKED);
    expect(told).toEqual([build(1)]);
    // The same again is no new build.
    publish(build(1));
    await wait(LOOKED);
    publish(build(2));
    await wait(2 * LOOKED);
    expect(told).toEqual([build(1), build(2)]);
    stop();
    publish(build(3));
    await wait(LOOKED);
    expect(told).toEqual([build(1), build(2)]);
  });

  it('tells once of what is wrong, and goes on', async () => {
    follow(tell);
    put('nonsense');
    await wait(2 * LOOKED);
    expect(told).toEqual([expect.stringContaining('manifest.json was changed or cut off')]);
    rmSync(join(directory, 'manifest.json'));
    await wait(LOOKED);
    expect(told.slice(1).every((message) => message.includes('ENOENT'))).toBe(true);
    told = [];
    publish(build(1));
    await wait(LOOKED);
    expect(told).toEqual([build(1)]);
  });

  it('goes on where a build cannot be used, and does not try that one again', async () => {
    follow(async () => {
      await tell();
      if (told.length === 1) throw new Error('broken');
    });
    publish(build(1));
    await wait(2 * LOOKED);
    publish(build(2));
    await wait(LOOKED);
    expect(told).toEqual([build(1), 'broken', build(2)]);
  });

  it('does not tell of a build before the one before it is dealt with', async () => {
    let [running, most] = [0, 0];
    follow(async () => {
      most = Math.max(most, ++running);
      await tell();
      await wait(2 * LOOKED);
      running--;
    });
    for (const number of [1, 2, 3]) {
      publish(build(number));
      await wait(LOOKED);
    }
    await wait(3 * LOOKED);
    expect(most).toBe(1);
    // The second came and went while the first was dealt with.
    expect(told).toEqual([build(1), build(3)]);
  });
});

describe('a live library', () => {
  let closed: string[];
  beforeEach(() => {
    closed = [];
  });
  const opened = (name: string): OpenedLibrary => ({
    library: libraryOf([], { articles: [articleIn(name, 'Text.')] }),
    close: () => closed.push(name),
  });
  /** A question that is answered when it is told to be, with the name of the library that it began with. */
  function ask(live: LiveLibrary) {
    let end = (_error?: Error) => {};
    const answer = live.use(
      (library) =>
        new Promise<string>((resolve, reject) => {
          end = (error) => (error ? reject(error) : resolve(library.articles[0]?.file ?? ''));
        }),
    );
    return { answer, end: (error?: Error) => end(error) };
  }

  it('is closed at once when another takes its place and nobody asks', async () => {
    const live = new LiveLibrary(opened('one'));
    live.replace(opened('two'));
    expect(closed).toEqual(['one']);
    expect(live.articles[0]?.file).toBe('two');
    expect(await live.use(async ({ articles }) => articles[0]?.file)).toBe('two');
    expect(closed).toEqual(['one']);
  });

  it('is kept open until the last question that it was asked is answered, and closed once', async () => {
    const live = new LiveLibrary(opened('one'));
    const [first, second] = [ask(live), ask(live)];
    live.replace(opened('two'));
    const third = ask(live);
    first.end();
    expect(await first.answer).toBe('one');
    expect(closed).toEqual([]);
    third.end();
    expect(await third.answer).toBe('two');
    expect(closed).toEqual([]);
    second.end();
    expect(await second.answer).toBe('one');
    expect(closed).toEqual(['one']);
  });

  it('is closed also where the question fails', async () => {
    const live = new LiveLibrary(opened('one'));
    const asked = ask(live);
    live.replace(opened('two'));
    asked.end(new Error('failed'));
    await expect(asked.answer).rejects.toThrow('failed');
    expect(closed).toEqual(['one']);
  });

  it('is replaced several times while one question is answered: those in between are closed at once', async () => {
    const live = new LiveLibrary(opened('one'));
    const [first, second] = [ask(live), ask(live)];
    live.replace(opened('two'));
    const third = ask(live);
    live.replace(opened('three'));
    live.replace(opened('four'));
    expect(closed).toEqual(['three']);
    third.end();
    await third.answer;
    expect(closed).toEqual(['three', 'two']);
    first.end();
    second.end();
    expect(await Promise.all([first.answer, second.answer])).toEqual(['one', 'one']);
    expect(closed).toEqual(['three', 'two', 'one']);
    expect(await live.use(async ({ articles }) => articles[0]?.file)).toBe('four');
    expect(closed).toHaveLength(3);
  });
});
