import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { BotProgram } from './discord/bot-program.js';
import type { Conversation } from './discord/conversation.js';
import { FakeDiscord } from './discord/fake-discord.js';
import { type Asker, GUILD, type Place } from './discord/payloads.js';
import { readMessage } from './discord/render.js';

let discord: FakeDiscord;
let bot: BotProgram;

beforeAll(async () => {
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, {
    INDEX_DIR: inject('indexDir'),
  });
});
afterEach(() => expect(discord.problems).toEqual([]));
afterAll(async () => {
  await bot.stop();
  discord.close();
});

const QUESTION = 'What did the State Department say about the agenda?';
const QUOTE = 'Ukraine is not \u202Fon the agenda';
const SOMEBODY_ELSE = '4000000000000000001';
const [VIEW, SEND, SEND_IN_THREADS] = [1n << 10n, 1n << 11n, 1n << 38n];
const PLACES: Place[] = [
  'server',
  'thread',
  'unknownThread',
  'direct',
  'foreignServer',
  'foreignDirect',
  'group',
];

let asks = 0;
/** Typed otherwise each time: the bot may not have heard yet that the last answer was shown, and answers none twice. */
const ask = (asker: Asker, options: { private?: boolean } = {}): Conversation =>
  discord.command('ask', { question: `${QUESTION}${' '.repeat(asks++)}`, ...options }, asker);
const isPrivate = async (asked: Conversation): Promise<boolean> => {
  const { message, ephemeral } = await asked.answer();
  expect(readMessage(message)).toContain(QUOTE);
  return ephemeral;
};

describe('who sees an answer', () => {
  it.each([
    ['server', false],
    ['thread', false],
    ['unknownThread', false],
    ['direct', false],
    ['foreignServer', true],
    ['foreignDirect', true],
    ['group', true],
  ] as const)('in a %s: the asker alone is %s', async (place, alone) => {
    expect(await isPrivate(ask({ place }))).toBe(alone);
    // Whatever is usual there, the asker can have it otherwise.
    expect(await isPrivate(ask({ place }, { private: true }))).toBe(true);
    expect(await isPrivate(ask({ place }, { private: false }))).toBe(false);
  });

  it('is everybody where both the server and the asker installed it', async () => {
    expect(await isPrivate(ask({ owners: { 0: GUILD, 1: '3000000000000000001' } }))).toBe(false);
    expect(await isPrivate(ask({ place: 'direct', owners: { 1: '3000000000000000001' } }))).toBe(false);
  });

  it.each([
    ['server', 0n, true],
    ['server', VIEW, true],
    ['server', VIEW | SEND, false],
    ['thread', VIEW | SEND, true],
    ['thread', VIEW | SEND_IN_THREADS, false],
    // Of a thread that the bot was not told of, it does not know that it is one.
    ['unknownThread', VIEW | SEND, true],
    ['unknownThread', VIEW | SEND | SEND_IN_THREADS, false],
    ['direct', 0n, false],
  ] as const)('in a %s with the rights %i: the asker alone is %s', async (place, rights, alone) => {
    const asker = { place, appPermissions: `${rights}` };
    expect(await isPrivate(ask(asker))).toBe(alone);
    expect(await isPrivate(ask(asker, { private: false }))).toBe(alone);
  });

  it('is the asker alone of /help and /status, and of what is found for a message', async () => {
    const shown = [
      discord.command('help'),
      discord.command('status'),
      discord.useOn({ content: 'Russia launched 176 drones overnight.' }, 'Find sources'),
      discord.command('help', {}, { place: 'direct' }),
    ];
    expect(await Promise.all(shown.map(async (one) => (await one.answer()).ephemeral))).toEqual(
      shown.map(() => true),
    );
  });
});

describe('a message that stands', () => {
  it.each(PLACES)('is changed by its asker in a %s, and left alone by others', async (place) => {
    const answer = await ask({ place }, { private: false }).answer();
    const own = discord.choose('Ask again, only about …', 'The Kyiv Independent', answer);
    const changed = await own.said();
    expect([own.acknowledged?.update, changed.id, changed.ephemeral]).toEqual([true, answer.id, false]);
    expect(readMessage(changed.message)).toMatch(
      new RegExp(`^${QUESTION.replace('?', '\\?')}\n.*only The Kyiv Independent`),
    );
    const theirs = discord.choose('Ask again, only about …', 'The Kyiv Independent', answer, {
      user: SOMEBODY_ELSE,
    });
    const shown = await theirs.answer();
    expect([theirs.acknowledged?.update, shown.ephemeral]).toEqual([false, true]);
    expect(shown.id).not.toBe(answer.id);
    // It is their own from then on.
    const back = discord.choose('Ask again, only about …', 'All articles', shown);
    expect([(await back.answer()).id, back.acknowledged?.update]).toEqual([shown.id, true]);
  });

  it.each(PLACES)('is shown to everyone in a %s where the asker alone has it', async (place) => {
    const answer = await ask({ place }, { private: true }).answer();
    const words = readMessage(answer.message);
    expect(words).toContain('[Show everyone]');
    const shared = await discord.tap('Show everyone', answer).answer();
    expect([shared.ephemeral, shared.id === answer.id]).toEqual([false, false]);
    expect(readMessage(shared.message)).toBe(words.replace('[Show everyone] ', ''));
    expect(readMessage((await ask({ place }, { private: false }).answer()).message)).toBe(
      readMessage(shared.message),
    );
  });

  it('is not shown to everyone where the bot may not write', async () => {
    const asker = { appPermissions: `${VIEW}` };
    const answer = await ask(asker).answer();
    const shared = await discord.tap('Show everyone', answer, asker).said();
    expect([readMessage(shared.message), shared.ephemeral]).toEqual([
      'The bot may not write in this channel, so the answer stays with you.',
      true,
    ]);
  });

  it('shows a quote in its context to whoever taps alone, everywhere', async () => {
    for (const place of PLACES) {
      const answer = await ask({ place }, { private: false }).answer();
      const context = await discord.tap('Context 1', answer, { user: SOMEBODY_ELSE }).answer();
      expect([context.ephemeral, readMessage(context.message).includes(QUOTE)]).toEqual([true, true]);
    }
  });
});

it('is invited with all rights that it needs, and no other', async () => {
  const line = await bot.says(/To add the bot to a server, open/);
  const query = new URL(/https:[^\s"]+/.exec(line)?.[0] ?? '').searchParams;
  expect(query.get('permissions')).toBe(`${VIEW | SEND | SEND_IN_THREADS}`);
});
