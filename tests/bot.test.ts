import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../commands/ask.js';
import { readConfig } from '../src/config.js';
import { toMessage } from '../src/discord/message.js';
import { readQuestions } from '../src/eval/questions.js';
import { en } from '../src/languages/en.js';
import { openLibrary } from '../src/scripts/open-library.js';
import { BotProgram } from './discord/bot-program.js';
import type { Conversation } from './discord/conversation.js';
import { FakeDiscord, TOKEN } from './discord/fake-discord.js';
import { checks } from './discord/limits.js';
import { anotherChannel, GUILD } from './discord/payloads.js';
import { readMessage } from './discord/render.js';
import { pause, programEnvironment, ROOT } from './program.js';

let discord: FakeDiscord;
let bot: BotProgram;
let env: Record<string, string>;

beforeAll(async () => {
  env = { INDEX_DIR: inject('indexDir') };
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, env);
});
afterEach(() => {
  discord.mishap = () => undefined;
  // Whatever was sent is what Discord takes.
  expect(discord.problems).toEqual([]);
});
afterAll(async () => {
  await bot.stop();
  discord.close();
});

const READER = { phrases: en, locale: 'en-US' };
const GERMAN_ANSWER =
  'Die ukrainische Luftwaffe sagte, russische Truppen hätten über Nacht in der Ukraine einen Flut von 176 Drohnen ' +
  'ins Leben gerufen, von denen die meisten durch Jamming zerstört oder behindert wurden.';
const registrations = (server: FakeDiscord): string[] =>
  server.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);

describe('commands', () => {
  it('are registered with what Discord needs to know', () => {
    const commands = discord.registered.get('global') ?? [];
    const everywhere = { integration_types: [0, 1], contexts: [0, 1, 2] };
    expect(commands).toMatchObject(commands.map(() => everywhere));
    const question = { type: 3, name: 'question', required: true, min_length: 2, max_length: 300 };
    const offered = (...names: string[]) =>
      names.map((name) => ({ type: 3, name, max_length: 100, autocomplete: true }));
    const onlyYou = { type: 5, name: 'private', required: false };
    expect(commands).toMatchObject([
      {
        name: 'ask',
        options: [question, ...offered('publisher', 'article', 'after', 'before', 'language'), onlyYou],
      },
      { name: 'compare', options: [question, ...offered('after', 'before', 'language'), onlyYou] },
      {
        name: 'timeline',
        options: [question, ...offered('publisher', 'after', 'before', 'language'), onlyYou],
      },
      { name: 'article', options: [{ ...offered('article')[0], required: true }, onlyYou] },
      { name: 'sources', options: [{ type: 4, name: 'page', min_value: 1 }, onlyYou] },
      { name: 'help', options: [] },
      { name: 'status', options: [] },
      { type: 3, name: 'Find sources' },
    ]);
  });

  it('are registered again only where others are registered', async () => {
    const other = await FakeDiscord.start();
    const commands = discord.registered.get('global') ?? [];
    other.registered.set('global', commands);
    const same = await BotProgram.start(other, env);
    expect(registrations(other)).toEqual([]);
    expect(await same.says(/Ready/)).toContain('commands=unchanged');
    await same.stop();
    other.registered.set('global', commands.slice(0, 1));
    await (await BotProgram.start(other, env)).stop();
    expect(registrations(other)).toEqual(['/applications/1000000000000000001/commands']);
    expect(other.registered.get('global')).toEqual(commands);
    other.close();
  });

  it('are registered for one server, once too, where DISCORD_GUILD_ID names it', async () => {
    const other = await FakeDiscord.start();
    for (let start = 0; start < 2; start++) {
      await (await BotProgram.start(other, { ...env, DISCORD_GUILD_ID: GUILD })).stop();
    }
    expect(registrations(other)).toEqual([`/applications/1000000000000000001/guilds/${GUILD}/commands`]);
    expect([...other.registered.keys()]).toEqual([GUILD]);
    expect(other.problems).toEqual([]);
    other.close();
  });
});

describe('/ask', () => {
  it('is acknowledged first, then answered with the question, the quote, its publisher and its date', async () => {
    const question = 'What did the State Department say about the agenda?';
    const asked = discord.ask(question);
    const { message, ephemeral } = await asked.answer();
    const lines = readMessage(message).split('\n');
    expect(asked.acknowledged).toMatchObject({ ephemeral: false, update: false });
    expect(ephemeral).toBe(false);
    expect(lines[0]).toBe(question);
    expect(lines).toContain(
      'The Kyiv Independent · Ukraine not on agenda in next US-Russia talks, State Department says · Feb 26, 2025 (inferred)',
    );
    // The narrow space stands in the article, so it stands in the quote.
    expect(lines).toContain(
      '"To be clear, there are no political or security issues on the agenda. Ukraine is not \u202Fon the agenda," the spokesperson said via email.',
    );
  });

  it('finds in German what is asked in English, and says what must be known of the text', async () => {
    const { message } = await discord.ask('How many drones did Russia launch overnight?').answer();
    const read = readMessage(message);
    expect(read).toContain(GERMAN_ANSWER);
    expect(read).toMatch(
      /\n“Außenminister .*…” · publisher unknown · Feb 18, 2025 \(inferred\) · in German\nNote: a machine translation/,
    );
  });

  it('is refused with a reason and what is nearest where the articles do not answer', async () => {
    const { message } = await discord.ask('Who won the 2022 World Cup?').answer();
    expect(readMessage(message)).toMatch(
      /^Who won the 2022 World Cup\?\nThe articles are about other things\.\n—\nThe nearest to it:\nAssociated Press · /,
    );
  });

  it('prints the question as it was asked, whatever it looks like', async () => {
    const question = '**@everyone** <@123456789012345678> `who` ||led|| <t:1:R> [a](https://b.c) ?';
    const { message } = await discord.ask(question).answer();
    expect(readMessage(message).split('\n')[0]).toBe(question);
  });

  it('says what is wrong with a question that is none', async () => {
    const { message } = await discord.ask('\u200B ?').answer();
    expect(readMessage(message)).toMatch(/^A question has 2 to 300 characters; this one has 1\./);
  });
});

describe('questions by the hundred', () => {
  it('are each answered with their own answer', async () => {
    const some = await readQuestions(join(ROOT, 'tests', 'scorecard', 'questions.jsonl'));
    const questions = Array.from({ length: 300 }, (_, i) => some[i % some.length]?.question ?? '');
    const asked = questions.map((question, i) => discord.ask(question, { channel: anotherChannel(i) }));
    const answers = await Promise.all(asked.map((conversation) => conversation.answer()));
    const library = await openLibrary(readConfig(programEnvironment(env)));
    const expected: string[] = [];
    for (const { question } of some) {
      const view = await ask.run({ question }, library);
      const { flags, components } = toMessage(view, READER, { isPrivate: false });
      expected.push(
        readMessage(checks.message.parse({ flags, components, allowed_mentions: { parse: [] } })),
      );
    }
    expect(answers.map(({ message }) => readMessage(message))).toEqual(
      questions.map((_, i) => expected[i % some.length]),
    );
  });

  it('are answered with "busy" past what the queue holds, and none is lost', async () => {
    const child = await bot.answeringPid();
    await pause(child);
    const asked: Conversation[] = [];
    while (asked.length < 600) {
      const more = Array.from({ length: 100 }, (_, i) =>
        discord.ask(`How many drones? (${asked.length + i})`),
      );
      asked.push(...more);
      await Promise.all(more.map((one) => one.until(() => one.acknowledged)));
    }
    await asked.at(-1)?.answer();
    process.kill(child, 'SIGCONT');
    const read = (await Promise.all(asked.map((one) => one.answer()))).map(({ message }) =>
      readMessage(message),
    );
    const isBusy = (text: string) => text === 'The bot is busy; ask again in a moment.';
    // 500 wait, and two are at work: which of the last hundred, depends on whose acknowledgement came first.
    expect(read.slice(0, 500).some(isBusy)).toBe(false);
    expect(read.filter(isBusy)).toHaveLength(98);
    const answered = read.map((text, i) => isBusy(text) || text.startsWith(`How many drones? (${i})\n`));
    expect(answered.every(Boolean)).toBe(true);
  });
});

describe('the process that answers', () => {
  it('is started again when it dies, and what it was asked is asked again once', async () => {
    const child = await bot.answeringPid();
    await pause(child);
    const asked = Array.from({ length: 20 }, (_, i) => discord.ask(`How many drones? (${i})`));
    await Promise.all(asked.map((one) => one.until(() => one.acknowledged)));
    process.kill(child, 'SIGKILL');
    const read = (await Promise.all(asked.map((one) => one.answer()))).map(({ message }) =>
      readMessage(message),
    );
    expect(read.every((text, i) => text.startsWith(`How many drones? (${i})\n`))).toBe(true);
    expect(await bot.answeringPid()).not.toBe(child);
    expect(await bot.says(/The process that answers died/)).toContain('how=SIGKILL');
  });

  it('leaves a question unanswered that it dies over twice, with one fixed sentence, and the log says all', async () => {
    const first = await bot.answeringPid();
    await pause(first);
    const asked = discord.ask('Which palace hosted the meeting?');
    await asked.until(() => asked.acknowledged);
    // The next one is killed before it can have opened the index.
    process.kill(first, 'SIGKILL');
    let second = first;
    while (second === first) second = await bot.answeringPid().catch(() => first);
    process.kill(second, 'SIGKILL');
    const { message } = await asked.answer();
    expect(readMessage(message)).toBe('Something went wrong that should not have. Ask again in a moment.');
    const failed = bot.log.findIndex((line) => line.includes(`Failed interaction=${asked.id} command=ask`));
    expect(bot.log[failed + 1]).toBe('Error: The process that answers cannot be started');
    // The next question finds it at work again.
    expect(readMessage((await discord.ask('How many drones?').answer()).message)).toContain('176 Drohnen');
  });
});

describe('the log', () => {
  it('holds no token and no word of questions and answers', async () => {
    await discord.ask('Unmistakable words?').answer();
    const log = bot.log.join('\n');
    expect(log).toMatch(/ INFO {2}Answered interaction=\d+ command=ask shown=answer quotes=\d ms=\d+/);
    for (const secret of [TOKEN, 'token-of-', 'Unmistakable', 'Drohnen']) expect(log).not.toContain(secret);
  });
});
