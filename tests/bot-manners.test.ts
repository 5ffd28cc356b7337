import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { BotProgram } from './discord/bot-program.js';
import { FakeDiscord } from './discord/fake-discord.js';
import type { Asker } from './discord/payloads.js';
import { readMessage } from './discord/render.js';
import type { Standing } from './discord/standing.js';
import { pause, runProgram } from './program.js';

const QUESTION = 'How many drones did Russia launch overnight?';
const OTHER = 'What did the State Department say about the agenda?';
const [ANN, BOB, CID] = ['3000000000000000001', '3000000000000000002', '3000000000000000003'];

let data: string;
let discord: FakeDiscord;
let bot: BotProgram;

async function begin(settings: Record<string, string>): Promise<void> {
  data = await mkdtemp(join(tmpdir(), 'talks-manners-'));
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, { INDEX_DIR: inject('indexDir'), DATA_DIR: data, ...settings });
}
async function end(): Promise<void> {
  await bot.stop();
  discord.close();
  await rm(data, { recursive: true });
}
const read = async (standing: Promise<Standing>): Promise<string> => readMessage((await standing).message);

describe('somebody who asks too often', () => {
  beforeAll(() => begin({ COOLDOWN_USER: '40', COOLDOWN_GUILD: '3' }));
  afterEach(() => expect(discord.problems).toEqual([]));
  afterAll(end);

  /** Seconds that are said to be left. */
  async function secondsLeft(asked: Promise<Standing>, words: RegExp): Promise<number> {
    const said = await asked;
    expect(said.ephemeral).toBe(true);
    expect(readMessage(said.message)).toMatch(words);
    return Number(/\d+/.exec(readMessage(said.message))?.[0]);
  }
  const OWN = /^You can ask again in \d+ s\.$/;
  const OF_ALL = /^The next question on this server can be asked in \d s\.$/;

  it('is told how long to wait, alone; so is a server, and buttons never wait', async () => {
    const answer = await discord.ask(QUESTION, { user: ANN }).answer();
    expect(readMessage(answer.message)).toContain('176 Drohnen');
    const left = await secondsLeft(discord.ask(OTHER, { user: ANN }).answer(), OWN);
    expect(left).toBeGreaterThan(30);
    expect(left).toBeLessThanOrEqual(40);
    for (const command of ['compare', 'timeline']) {
      await secondsLeft(discord.command(command, { question: OTHER }, { user: ANN }).answer(), OWN);
    }
    await secondsLeft(discord.useOn({ content: OTHER }, 'Find sources', { user: ANN }).answer(), OWN);

    // Somebody else's answer would be seen by all of the server.
    const all = await secondsLeft(discord.ask(OTHER, { user: BOB }).answer(), OF_ALL);
    expect(all).toBeLessThanOrEqual(3);
    // One that is seen by nobody else disturbs nobody; nor does one elsewhere.
    const alone = discord.command('ask', { question: OTHER, private: true }, { user: BOB });
    expect(await read(alone.answer())).toContain('on the agenda');
    expect(await read(discord.ask(OTHER, { user: CID, place: 'direct' }).answer())).toContain(
      'on the agenda',
    );

    for (const label of ['In context', '👍']) {
      expect(await read(discord.tap(label, answer, { user: ANN }).said())).not.toMatch(/ s\.$/);
    }
    for (const command of ['help', 'status']) {
      expect(await read(discord.command(command, {}, { user: ANN }).answer())).not.toMatch(/ s\.$/);
    }
  });

  it('is told so in their language', async () => {
    await secondsLeft(
      discord.ask(OTHER, { user: ANN, locale: 'de' }).answer(),
      /^(?!You can).*\b\d+\s(?:s|Sekunden|Sek\.)/,
    );
  });

  it('lets a server ask again when it has waited', async () => {
    await wait(3_000);
    expect(await read(discord.ask(OTHER, { user: '3000000000000000009' }).answer())).toContain(
      'on the agenda',
    );
  });
});

describe('a question', () => {
  beforeAll(() => begin({}));
  afterEach(() => expect(discord.problems).toEqual([]));
  afterAll(end);

  it('that is being answered in a channel is not answered there twice', async () => {
    const child = await bot.answeringPid();
    await pause(child);
    const first = discord.ask(QUESTION, { user: ANN });
    await first.until(() => first.acknowledged);
    const second = await discord.ask(QUESTION, { user: BOB }).answer();
    expect([readMessage(second.message), second.ephemeral]).toEqual([
      'This question is being answered here already.',
      true,
    ]);
    // Elsewhere, or for somebody alone, it is another one.
    const others: Asker[] = [{ place: 'thread' }, { place: 'direct' }];
    const elsewhere = others.map((asker) => discord.ask(QUESTION, { user: BOB, ...asker }));
    const alone = discord.command('ask', { question: QUESTION, private: true }, { user: BOB });
    await Promise.all([...elsewhere, alone].map((one) => one.until(() => one.acknowledged)));
    process.kill(child, 'SIGCONT');
    for (const asked of [first, ...elsewhere, alone])
      expect(await read(asked.answer())).toContain('176 Drohnen');
    expect(await read(discord.ask(QUESTION, { user: BOB }).answer())).toContain('176 Drohnen');
  });

  it('is kept with what people think of its answer, and nothing that tells who they are', async () => {
    const file = join(data, 'feedback.jsonl');
    expect(existsSync(file)).toBe(false);
    const answer = await discord.ask(QUESTION, { user: ANN }).answer();
    for (const [label, user] of [
      ['👍', ANN],
      ['👎', BOB],
      ['👍', BOB],
    ] as const) {
      const thanks = await discord.tap(label, answer, { user }).said();
      expect([readMessage(thanks.message), thanks.ephemeral]).toEqual([
        `Noted: ${label}. It stays on the machine of whoever runs this bot.`,
        true,
      ]);
    }
    const refused = await discord.ask('Who won the 2022 World Cup?').answer();
    await discord.tap('👎', refused).said();
    const kept = readFileSync(file, 'utf8');
    const votes = kept
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(votes.map(({ verdict, question }) => [verdict, question])).toEqual([
      ['up', QUESTION],
      ['down', QUESTION],
      ['up', QUESTION],
      ['down', 'Who won the 2022 World Cup?'],
    ]);
    expect(votes[0].passages[0]).toMatch(/^[0-9a-f]{12}:\d+$/);
    for (const secret of [ANN, BOB, answer.id, 'user3', 'Ann']) expect(kept).not.toContain(secret);
    const { stdout, code } = await runProgram('feedback', ['--json'], {
      env: { DATA_DIR: data, INDEX_DIR: inject('indexDir') },
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { question: 'Who won the 2022 World Cup?', up: 0, down: 1 },
      { question: QUESTION, up: 2, down: 0 },
    ]);
  });

  it('can be asked as /help says, in one screen', async () => {
    const words = await read(discord.command('help').answer());
    const names =
      discord.registered.get('global')?.flatMap(({ type, name }) => (type === 1 ? [name] : [])) ?? [];
    expect(names).toEqual(['ask', 'compare', 'timeline', 'article', 'sources', 'help', 'status']);
    // Who reads it has found /help.
    for (const name of names) expect(words.includes(`/${name} `)).toBe(name !== 'help');
    expect(words).toContain('Find sources');
    // Some 50 characters a line on a phone, and 25 lines.
    const lines = words.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 50), 0);
    expect(lines).toBeLessThanOrEqual(25);
  });

  it('counts in /status', async () => {
    const words = await read(discord.command('status').answer());
    expect(words).toMatch(
      /^4 articles\n\d+ passages\nIndex built .+ UTC from .*seeds\nModel: .*multilingual-e5-small\nVersion /,
    );
    expect(words).toMatch(/\nUp for .+\nThe last \d+ answers: half within [\d,]+ ms, 95 % within [\d,]+ ms$/);
  });
});
