import { cpSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { formatManifest, type Manifest, readManifest } from '../src/index/manifest.js';
import { BotProgram } from './discord/bot-program.js';
import { FakeDiscord } from './discord/fake-discord.js';
import { type Asker, anotherChannel } from './discord/payloads.js';
import { readMessage } from './discord/render.js';
import { ROOT, runProgram } from './program.js';

let temporary: string;
let seeds: string;
let index: string;
let env: Record<string, string>;
let discord: FakeDiscord;
let bot: BotProgram;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-bot-changes-'));
  [seeds, index] = [join(temporary, 'seeds'), join(temporary, 'index')];
  cpSync(join(ROOT, 'seeds'), seeds, { recursive: true });
  cpSync(inject('indexDir'), index, { recursive: true });
  env = { SEEDS_DIR: seeds, INDEX_DIR: index };
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, env);
});
afterAll(async () => {
  await bot.stop();
  discord.close();
  await rm(temporary, { recursive: true });
});

const [DRONES, ZOO] = [
  'How many drones did Russia launch overnight?',
  'Which animal was born in the zoo of Lviv?',
];
const ask = async (question: string, asker: Asker = {}): Promise<string> =>
  readMessage((await discord.ask(question, asker).answer()).message);
const hasChanged = (): number => bot.log.filter((line) => line.includes('The index has changed')).length;
const cannotBeUsed = (): string[] => bot.log.filter((line) => line.includes('cannot be used'));

/** Waits until something is so; tells when it was. */
async function when(isSo: () => boolean): Promise<number> {
  while (!isSo()) await wait(5);
  return Date.now();
}

/** Within how much time of its end a build must serve. */
const SERVED_WITHIN_MS = 2_000;

interface Said {
  question: string;
  /** When it was asked, and when the answer was there. */
  asked: number;
  answered: number;
  text: string;
}

/** Between two questions of one person: the command has to have something of the processor too. */
const PAUSE_MS = 40;

/** Asks both questions, over and over, three people at a time, until it is stopped. */
function keepAsking(): () => Promise<Said[]> {
  const said: Said[] = [];
  let isStopped = false;
  const person = async (question: string, i: number) => {
    const channel = anotherChannel(i);
    while (!isStopped) {
      const asked = Date.now();
      const text = await ask(question, { channel });
      said.push({ question, asked, answered: Date.now(), text });
      await wait(PAUSE_MS);
    }
  };
  const people = [DRONES, ZOO, DRONES].map(person);
  return async () => {
    isStopped = true;
    await Promise.all(people);
    return said;
  };
}

/** Changes the folder, runs the command, and looks at every answer that is given meanwhile. */
async function change(edit: () => void): Promise<{ drones: string; zoo: string }> {
  const before = { [DRONES]: await ask(DRONES), [ZOO]: await ask(ZOO) };
  const [builds, stop] = [hasChanged(), keepAsking()];
  edit();
  const served = when(() => hasChanged() > builds);
  const { code, stderr } = await runProgram('index', [], { env });
  expect([code, stderr]).toEqual([
    0,
    expect.stringContaining('Building the index: the articles have changed.'),
  ]);
  const ended = statSync(join(index, 'manifest.json')).mtimeMs;
  expect((await served) - ended).toBeLessThan(SERVED_WITHIN_MS);
  await wait(300);
  const said = await stop();
  const after = { [DRONES]: await ask(DRONES), [ZOO]: await ask(ZOO) };
  for (const question of [DRONES, ZOO]) {
    const answers = said.filter((one) => one.question === question);
    expect(answers.some(({ asked }) => asked < ended)).toBe(true);
    const isNew = ({ text }: Said): boolean => text === after[question];
    // One of the old folder or of the new one, and no old one where a new one was given before.
    expect(answers.filter((one) => !isNew(one) && one.text !== before[question])).toEqual([]);
    const first = Math.min(...answers.filter(isNew).map(({ answered }) => answered));
    expect(answers.filter((one) => one.asked > first && !isNew(one))).toEqual([]);
    expect(answers.filter((one) => one.asked > ended + SERVED_WITHIN_MS && !isNew(one))).toEqual([]);
    expect(first).toBeLessThan(Number.POSITIVE_INFINITY);
  }
  expect(discord.problems).toEqual([]);
  return { drones: after[DRONES] ?? '', zoo: after[ZOO] ?? '' };
}

const GERMAN = '2025-02-18-rubio-diplomatische-missionen.txt';
const PANDA =
  'Keepers in western Ukraine had good news this week.\n\nA panda was born in the zoo of Lviv on Tuesday, the keepers said. It weighs 100 grams.';

describe('a bot whose folder changes', () => {
  let now: { drones: string; zoo: string };

  it('answers rightly all the time, and from the new articles within two seconds: one is changed', async () => {
    expect(await ask(DRONES)).toContain('176 Drohnen');
    const german = readFileSync(join(seeds, GERMAN), 'utf8');
    expect(german).toContain('176 Drohnen');
    now = await change(() =>
      writeFileSync(join(seeds, GERMAN), german.replaceAll('176 Drohnen', '911 Drohnen')),
    );
    expect(now.drones).toContain('911 Drohnen');
    expect(now.drones).not.toContain('176');
    expect(now.zoo).not.toMatch(/panda/i);
  });

  it('and when one is added', async () => {
    const { drones } = now;
    now = await change(() => writeFileSync(join(seeds, 'panda.txt'), PANDA));
    expect(now.drones).toBe(drones);
    expect(now.zoo).toContain('A panda was born in the zoo of Lviv on Tuesday, the keepers said.');
  });

  it('and when one is renamed', async () => {
    expect(await change(() => renameSync(join(seeds, GERMAN), join(seeds, 'a-renamed.txt')))).toEqual(now);
  });

  it('and when one is removed', async () => {
    const { drones } = now;
    now = await change(() => rmSync(join(seeds, 'panda.txt')));
    expect(now.drones).toBe(drones);
    expect(now.zoo).not.toMatch(/panda/i);
    expect(cannotBeUsed()).toEqual([]);
  });

  it('goes on with the old index where a new one is damaged, and says so once', async () => {
    const manifest = (await readManifest(index)) ?? expect.unreachable();
    const answer = await ask(DRONES);
    /** A build that is as the current one, but for its name. */
    const publish = (build: string, isDamaged: boolean) => {
      cpSync(join(index, manifest.build), join(index, build), { recursive: true });
      const vectors = join(index, build, 'vectors.hnsw');
      const content = readFileSync(vectors);
      const middle = Math.floor(content.length / 2);
      if (isDamaged) content[middle] = (content[middle] ?? 0) ^ 1;
      writeFileSync(vectors, content);
      const next = join(index, 'next');
      writeFileSync(next, formatManifest({ ...manifest, build } satisfies Manifest));
      renameSync(next, join(index, 'manifest.json'));
    };
    const builds = hasChanged();
    publish('29990101T000000Z-000001', true);
    await bot.says(/cannot be used/);
    for (let i = 0; i < 10; i++) {
      expect(await ask(DRONES)).toBe(answer);
      await wait(150);
    }
    expect(cannotBeUsed()).toEqual([expect.stringContaining('vectors.hnsw does not hold what was written')]);
    expect(cannotBeUsed()[0]).toContain('The new index cannot be used; the old one goes on serving');
    expect(hasChanged()).toBe(builds);

    publish('29990101T000000Z-000002', false);
    await when(() => hasChanged() > builds);
    expect(await ask(DRONES)).toBe(answer);
    expect(cannotBeUsed()).toHaveLength(1);
  });
});
