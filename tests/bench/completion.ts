import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import type { EncodeTexts } from '../../src/embedding/encode-text.js';
import { buildIndex } from '../../src/index/build.js';
import { percentile } from '../../src/percentile.js';
import { openModel } from '../../src/scripts/open-model.js';
import { readSeeds } from '../../src/scripts/read-seeds.js';
import { BotProgram } from '../discord/bot-program.js';
import { FakeDiscord } from '../discord/fake-discord.js';
import { articleText, fileOf, numbers } from './made-articles.js';

/** How long somebody who types waits for what can be chosen: from the interaction to the response, in milliseconds. */
export interface CompletionFigures {
  articles: number;
  idle: { p50: number; p95: number };
  /** While others ask one question after the other. */
  busy: { p50: number; p95: number };
}

const ARTICLES = 10_000;
const TYPED = 300;
const ASKERS = 3;

/** Measures the bot over loopback, with an index of short articles whose vectors are made at random. */
export async function measureCompletion(): Promise<CompletionFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'talks-bench-'));
  const env = { SEEDS_DIR: join(folder, 'seeds'), INDEX_DIR: join(folder, 'index') };
  try {
    await makeIndex(env);
    const discord = await FakeDiscord.start();
    const bot = await BotProgram.start(discord, { ...env, COOLDOWN_USER: '0', COOLDOWN_GUILD: '0' });
    const idle = await typeAll(discord);
    let isTyping = true;
    const askers = Array.from({ length: ASKERS }, async (_, asker) => {
      for (let i = 0; isTyping; i++) await discord.ask(questionOf(asker + i * ASKERS)).answer();
    });
    const busy = await typeAll(discord);
    isTyping = false;
    await Promise.all(askers);
    await bot.stop();
    discord.close();
    if (discord.problems.length > 0)
      throw new Error(`Discord would have refused: ${discord.problems.join('; ')}`);
    return { articles: ARTICLES, idle, busy };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Each number with what is wanted of it. */
export function completionRows({ articles, idle, busy }: CompletionFigures): string[][] {
  const many = articles.toLocaleString('en');
  return [
    [`autocomplete, p95 with ${many} articles`, `${idle.p95} ms`, 'within 100 ms'],
    ['the same while questions are answered', `${busy.p95} ms`, 'within 100 ms'],
  ];
}

async function makeIndex(env: { SEEDS_DIR: string; INDEX_DIR: string }): Promise<void> {
  await mkdir(env.SEEDS_DIR);
  for (let i = 0; i < ARTICLES; i++) await writeFile(join(env.SEEDS_DIR, fileOf(i)), shortArticle(i));
  const config = readConfig(env);
  await buildIndex({
    directory: config.indexDir,
    read: (known) => readSeeds(config, known),
    model: await openModel(config),
    encode: encodeAtRandom,
    // Most questions are answered with quotes, so that the whole way of an answer is gone.
    measureBaseline: async () => ({ unshared: 0.3, shared: 0, deviation: 0.1 }),
  });
}

const DIMENSION = 384;
/** As many as a short sentence has. */
const TOKENS = 20;

const encodeAtRandom: EncodeTexts = async (texts, onEncoded) => {
  const random = numbers(1);
  for (const [i, { ends }] of texts.entries()) {
    const values = Array.from({ length: DIMENSION }, () => random() - 0.5);
    const length = Math.hypot(...values);
    const vector = values.map((value) => value / length);
    const partEnds = ends === null ? [] : [...ends, 0].map((_, part) => (part + 1) * TOKENS);
    const states = Int8Array.from({ length: TOKENS * DIMENSION }, () => Math.round((random() - 0.5) * 100));
    const rows = new Int8Array((partEnds.at(-1) ?? 0) * DIMENSION).map(
      (_, at) => states[at % states.length] ?? 0,
    );
    onEncoded(i, { vector, rows, partEnds });
  }
};

/** Its facts and its first paragraph: a passage or two. */
const shortArticle = (number: number): string => `${articleText(number).split('\n\n', 1)[0]}\n`;

const titleOf = (number: number): string => /title: (.*)/.exec(articleText(number))?.[1] ?? '';

const questionOf = (number: number): string =>
  `Why is it said that ${titleOf(number % ARTICLES).slice(0, 200)}?`;

const OPTIONS = ['article', 'publisher', 'article', 'after', 'article', 'language'] as const;

/** Types options one after the other, to any length, and every third time with two letters swapped. */
async function typeAll(discord: FakeDiscord): Promise<{ p50: number; p95: number }> {
  const random = numbers(2);
  const times: number[] = [];
  for (let i = 0; i < TYPED; i++) {
    const option = OPTIONS[i % OPTIONS.length] ?? 'article';
    const text = option === 'after' ? '2015-06-1' : option === 'language' ? 'english' : titleOf(i * 7);
    const length = Math.floor(random() * 30);
    const typed = i % 3 === 0 ? text.slice(0, length).replace(/(.)(.)$/, '$2$1') : text.slice(0, length);
    const typing = discord.type('ask', option, typed);
    await typing.choices();
    times.push(typing.offered?.ms ?? Number.NaN);
  }
  return { p50: Math.round(percentile(times, 0.5)), p95: Math.round(percentile(times, 0.95)) };
}
