import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BotProgram } from './discord/bot-program.js';
import { FakeDiscord } from './discord/fake-discord.js';
import { readMessage } from './discord/render.js';

const ARTICLES = 12;

let folder: string;
let discord: FakeDiscord;
let bot: BotProgram;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talks-sources-'));
  env = { SEEDS_DIR: join(folder, 'seeds'), INDEX_DIR: join(folder, 'index') };
  await mkdir(join(folder, 'seeds'));
  for (let i = 1; i <= ARTICLES; i++) {
    const facts = `title: Day ${i} of the talks\npublisher: The *Daily* Paper\ndate: 2025-03-${`${i}`.padStart(2, '0')}\nlanguage: en`;
    await writeFile(
      join(folder, 'seeds', `${100 + i}.txt`),
      `---\n${facts}\n---\nThe ministers met on day ${i}.\n`,
    );
  }
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, env);
});
afterAll(async () => {
  await bot.stop();
  discord.close();
  await rm(folder, { recursive: true });
});

const days = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const page = (from: number, to: number, header: string, buttons: string): string =>
  [
    header,
    ...days(from, to).map((day) => {
      return `—\nDay ${day} of the talks\nThe *Daily* Paper · Mar ${day}, 2025 · English · ${day < 10 ? 27 : 28} characters`;
    }),
    buttons,
    `[Open an article … ▾ ${days(from, to)
      .map((day) => `Day ${day} of the talks`)
      .join(' / ')}]`,
  ].join('\n');
const FIRST = page(1, 5, '12 articles · page 1 of 3', '[Next ▶]');
const SECOND = page(6, 10, '12 articles · page 2 of 3', '[◀ Previous] [Next ▶]');
const LAST = page(11, 12, '12 articles · page 3 of 3', '[◀ Previous]');

describe('/sources', () => {
  it('lists the articles in pages that turn, also after the bot was started again', async () => {
    const listed = await discord.command('sources').answer();
    expect(readMessage(listed.message)).toBe(FIRST);
    const tapped = discord.tap('Next ▶', listed);
    const turned = await tapped.answer();
    expect(readMessage(turned.message)).toBe(SECOND);
    expect(tapped.acknowledged).toMatchObject({ update: true });
    expect(turned.id).toBe(listed.id);

    expect(await bot.stop()).toBe(0);
    bot = await BotProgram.start(discord, env);
    const last = await discord.tap('Next ▶', turned).answer();
    expect(readMessage(last.message)).toBe(LAST);
    expect(readMessage((await discord.tap('◀ Previous', last).answer()).message)).toBe(SECOND);
    expect(discord.problems).toEqual([]);
  });

  it('takes a page, and shows the last one where there is none of that number', async () => {
    expect(readMessage((await discord.command('sources', { page: 2 }).answer()).message)).toBe(SECOND);
    expect(readMessage((await discord.command('sources', { page: 99 }).answer()).message)).toBe(LAST);
    expect((await discord.command('sources', { private: true }).answer()).ephemeral).toBe(true);
  });

  it('turns the page of who asked only; others get it for themselves', async () => {
    const listed = await discord.command('sources').answer();
    const tapped = discord.tap('Next ▶', listed, { user: '4000000000000000001' });
    const { message, ephemeral } = await tapped.answer();
    expect([readMessage(message), ephemeral]).toEqual([SECOND, true]);
    expect(tapped.acknowledged).toMatchObject({ update: false });
  });

  it.each(['sources?n=-3', 'sources?n=x&more=1', 'sources'])(
    'shows a page for a button "%s" too',
    async (id) => {
      const listed = await discord.command('sources').answer();
      expect(readMessage((await discord.tapOn(id, listed).answer()).message)).toBe(FIRST);
    },
  );

  it('leaves the list alone where Discord refuses its next page, and tells who tapped', async () => {
    const listed = await discord.command('sources').answer();
    discord.mishap = ({ method }) =>
      method === 'PATCH' ? { status: 400, body: { code: 50035, message: 'Invalid Form Body' } } : undefined;
    const tapped = discord.tap('Next ▶', listed);
    const said = await tapped.followUp();
    discord.mishap = () => undefined;
    expect([readMessage(said.message), said.ephemeral]).toEqual([
      'Something went wrong that should not have. Ask again in a moment.',
      true,
    ]);
    expect(tapped.shown).toEqual([]);
  });

  it('leaves a message alone whose button is of another time, and tells who tapped', async () => {
    const listed = await discord.command('sources').answer();
    const tapped = discord.tapOn('timelines?from=2025', listed);
    const said = await tapped.followUp();
    expect([readMessage(said.message), said.ephemeral]).toEqual([
      'There is no command /timelines any more.',
      true,
    ]);
    expect(tapped.shown).toEqual([]);
    expect(discord.problems).toEqual([]);
  });

  it('tells who uses what is of another time, and does nothing about what it does not know', async () => {
    const modal = discord.interact({}, { type: 5, data: { custom_id: 'feedback', components: [] } });
    const menu = discord.interact(
      {},
      { type: 2, data: { id: '1', name: 'Find somebody', type: 2, target_id: '1', resolved: {} } },
    );
    discord.interact({}, { type: 99, data: {} });
    const standing = await discord.command('sources').answer();
    expect(readMessage(standing.message)).toBe(FIRST);
    expect(readMessage((await modal.answer()).message)).toBe('There is no command /feedback any more.');
    expect(readMessage((await menu.answer()).message)).toBe('There is no command /Find somebody any more.');
    expect([modal, menu].map(({ acknowledged }) => acknowledged?.ephemeral)).toEqual([true, true]);
  });
});
