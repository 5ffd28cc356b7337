import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { BotProgram } from './discord/bot-program.js';
import type { Shown } from './discord/conversation.js';
import { FakeDiscord } from './discord/fake-discord.js';
import { readMessage } from './discord/render.js';
import { quotationsOf } from './discord/sent.js';
import type { Standing } from './discord/standing.js';
import { type Outcome, tapEverything } from './discord/tap-everything.js';
import { ROOT, runProgram } from './program.js';

let temporary: string;
let seeds: string;
let env: Record<string, string>;
let discord: FakeDiscord;
let bot: BotProgram;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-bot-taps-'));
  seeds = join(temporary, 'seeds');
  cpSync(join(ROOT, 'seeds'), seeds, { recursive: true });
  cpSync(inject('indexDir'), join(temporary, 'index'), { recursive: true });
  env = {
    SEEDS_DIR: seeds,
    INDEX_DIR: join(temporary, 'index'),
    DATA_DIR: join(temporary, 'data'),
  };
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, env);
});
afterEach(() => expect(discord.problems).toEqual([]));
afterAll(async () => {
  await bot.stop();
  discord.close();
  await rm(temporary, { recursive: true });
});

const DRONES = 'How many drones did Russia launch overnight?';
const GERMAN_SENTENCE =
  'Die ukrainische Luftwaffe sagte, russische Truppen hätten über Nacht in der Ukraine einen Flut von 176 Drohnen ' +
  'ins Leben gerufen, von denen die meisten durch Jamming zerstört oder behindert wurden.';
const GERMAN = '2025-02-18-rubio-diplomatische-missionen.txt';
const GONE =
  'The articles have changed since: this passage is not in them any more, or reads otherwise. ' +
  'Ask again to see what they say now.';
const SOMEBODY_ELSE = { user: '4000000000000000001' };

const ask = (question: string): Promise<Shown> => discord.ask(question).answer();
const firstLine = ({ message }: Standing): string => readMessage(message).split('\n')[0] ?? '';
/** As somebody keeps it, and Discord does, for a week. */
const aWeekLater = (standing: Standing): Standing => JSON.parse(JSON.stringify(standing));

async function restart(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  await bot.stop(signal);
  bot = await BotProgram.start(discord, env);
}

/** Changes the articles, builds the index, and waits until the bot serves it. */
async function rebuild(edit: () => void): Promise<void> {
  const changes = (): number => bot.log.filter((line) => line.includes('The index has changed')).length;
  const before = changes();
  edit();
  expect((await runProgram('index', [], { env })).code).toBe(0);
  while (changes() === before) await new Promise((resolve) => setTimeout(resolve, 5));
}

const path = (): string => join(seeds, GERMAN);
const change = (from: string, to: string) => () =>
  writeFileSync(path(), readFileSync(path(), 'utf8').replaceAll(from, to));

describe('a quote', () => {
  it('is seen in its context with one command and one tap, by who taps alone', async () => {
    const answer = await ask(DRONES);
    for (const asker of [{}, SOMEBODY_ELSE]) {
      const tapped = discord.tap('In context', answer, asker);
      const context = await tapped.answer();
      expect([context.ephemeral, tapped.acknowledged?.update]).toEqual([true, false]);
      expect(firstLine(context)).toBe(DRONES);
      const [part] = quotationsOf(context.message);
      expect(part?.bold).toBe(GERMAN_SENTENCE);
      const article = readFileSync(path(), 'utf8');
      expect(article).toContain(part?.text.trim().split('\n')[0]);
      expect(part?.text.length).toBeGreaterThan(GERMAN_SENTENCE.length);
    }
  });

  it('leads to its whole article, and to all that it says on the question', async () => {
    const context = await discord.tap('In context', await ask(DRONES)).answer();
    const turn = async (label: string, from: Shown): Promise<Shown[]> => {
      const parts = [from];
      for (let last = from; parts.length < 20 && readMessage(last.message).includes(`[${label}]`); ) {
        last = await discord.tap(label, last).answer();
        parts.push(last);
      }
      return parts;
    };
    const first = (await turn('◀ Earlier', context)).at(-1) as Shown;
    expect(first.id).toBe(context.id);
    expect(readMessage(first.message)).toContain(
      'Außenminister der Vereinigten Staaten Marco Rubio Sagt, dass',
    );
    const parts = await turn('Later ▶', first);
    expect(parts.length).toBeLessThan(20);
    const read = parts.flatMap(({ message }) => quotationsOf(message)).map(({ text }) => text);
    expect(read.some((text) => text.includes(GERMAN_SENTENCE))).toBe(true);
    expect(parts.map(firstLine)).toEqual(parts.map(() => DRONES));
    const more = await discord.tap('More from this article', context).answer();
    expect([firstLine(more), more.ephemeral]).toEqual([DRONES, true]);
    expect(readMessage(more.message)).toContain(GERMAN_SENTENCE);
  });
});

describe('a filter of an answer', () => {
  it('may be of what is gone when its buttons are tapped: they say so, and ask again', async () => {
    const file = join(seeds, 'zz-owls.txt');
    const owl = 'An owl in the tower of Barminster has learned to count the bells of the town hall.';
    writeFileSync(file, `---\npublisher: The Owl\ndate: 2024-03-05\n---\n${owl}\n`);
    await runProgram('index', [], { env });
    await restart();
    const question = 'What has an owl learned in Barminster?';
    const answer = await discord.command('ask', { question, publisher: 'owl', private: true }).answer();
    expect(readMessage(answer.message)).toContain(owl);
    expect(readMessage(answer.message)).toContain('only The Owl');
    rmSync(file);
    await runProgram('index', [], { env });
    await restart();
    const gone = await discord.tap('Show everyone', answer).answer();
    expect(readMessage(gone.message)).toBe(`${question}\n${GONE}\n[Ask again]`);
    expect(gone.ephemeral).toBe(true);
    expect(firstLine(await discord.tap('Ask again', gone).answer())).toBe(question);
  });
});

describe('every button and menu', () => {
  /** A message of each kind that has some. */
  async function everyMessage(): Promise<Shown[]> {
    const question = 'What did Rubio say about the talks?';
    const shown = [
      await ask(question),
      await ask('Who won the 2022 World Cup?'),
      await discord.command('compare', { question }).answer(),
      await discord.command('timeline', { question }).answer(),
      await discord.command('sources').answer(),
      await discord.command('article', { article: GERMAN }).answer(),
    ];
    const context = await discord.tap('Context 1', shown[0] as Shown).answer();
    return [...shown, context, await discord.tap('More from this article', context).answer()];
  }
  const tapAll = async (messages: Standing[], asker = {}): Promise<Outcome[][]> => {
    const all: Outcome[][] = [];
    for (const message of messages) all.push(await tapEverything(discord, message, asker));
    return all;
  };
  const bare = (outcomes: Outcome[][]) =>
    outcomes.map((of) =>
      of.map(({ tapped, text }) => [
        tapped,
        text.replace(' [Show everyone]', '').replace('[Show everyone] ', ''),
      ]),
    );

  it('does the same for the asker after a restart and a week later, and for others in messages of their own', async () => {
    const messages = await everyMessage();
    const outcomes = await tapAll(messages);
    expect(outcomes.map(({ length }) => length > 0)).toEqual(messages.map(() => true));
    const texts = outcomes.flat().map(({ text }) => text);
    expect(
      texts.filter((text) => /Something went wrong|There is no command|have changed since/.test(text)),
    ).toEqual([]);
    // What was asked stays what is asked, wherever one goes from it.
    messages.forEach((message, i) => {
      const question = firstLine(message);
      const isAsked = question.endsWith('?');
      const others = outcomes[i]?.filter(
        ({ tapped, text }) => !/👍|👎/.test(tapped) && !text.startsWith(question),
      );
      if (isAsked) expect(others).toEqual([]);
    });

    await restart();
    expect(await tapAll(messages.map(aWeekLater))).toEqual(outcomes);

    const ofOthers = await tapAll(messages, SOMEBODY_ELSE);
    expect(bare(ofOthers)).toEqual(bare(outcomes));
    const isSeenByAll = (i: number): boolean => messages[i]?.ephemeral === false;
    const changed = ofOthers
      .filter((_, i) => isSeenByAll(i))
      .flat()
      .filter(({ where, ephemeral }) => where === 'in place' || !ephemeral);
    expect(changed).toEqual([]);
  });
});

describe('an index that was built between an answer and a tap', () => {
  it('shows what is there, and says of what is gone that it is, and offers to ask again', async () => {
    const answer = await ask(DRONES);
    const [context, more] = [await discord.tap('In context', answer).answer(), answer];
    await rebuild(change('176 Drohnen', '911 Drohnen'));
    const gone = await discord.tap('In context', aWeekLater(more)).answer();
    expect(readMessage(gone.message)).toBe(`${DRONES}\n${GONE}\n[Ask again]`);
    expect(gone.ephemeral).toBe(true);
    const again = await discord.tap('Ask again', gone).answer();
    expect([again.id, firstLine(again)]).toEqual([gone.id, DRONES]);
    expect(quotationsOf(again.message)[0]?.bold).toContain('911 Drohnen');
    // The article is there, though that sentence is not.
    const passages = await discord.tap('More from this article', context).answer();
    expect(readMessage(passages.message)).toContain('911 Drohnen');
    expect(readMessage((await discord.tap('In context', again).answer()).message)).toContain('911 Drohnen');
  });

  it('says so of a whole article that is gone', async () => {
    const answer = await ask(DRONES);
    const context = await discord.tap('In context', answer).answer();
    const article = await discord.command('article', { article: GERMAN }).answer();
    const text = readFileSync(path(), 'utf8');
    await rebuild(() => rmSync(path()));
    const outcomes = [
      await discord.tap('In context', answer).said(),
      await discord.tap('More from this article', context).said(),
    ];
    for (const gone of outcomes) {
      expect(readMessage(gone.message)).toBe(`${DRONES}\n${GONE}\n[Ask again]`);
    }
    const later = await discord.tap('Later ▶', article).said();
    expect([readMessage(later.message), later.ephemeral]).toEqual([GONE, true]);
    expect(firstLine(await discord.tap('Ask again', outcomes[0] as Shown).said())).toBe(DRONES);
    await rebuild(() => writeFileSync(path(), text));
    expect(readMessage((await discord.tap('In context', answer).said()).message)).toContain('911 Drohnen');
  });

  it('is no matter to what did not change, nor are a cut connection and a killed process', async () => {
    const question = 'What did the State Department say about the agenda?';
    const answer = await ask(question);
    const before = await tapEverything(discord, answer);
    discord.gateway.cut();
    const whileCut = discord.tap('Context 1', answer);
    expect(readMessage((await whileCut.answer()).message)).toBe(before[0]?.text);
    expect(discord.gateway.logins.at(-1)).toBe('resume');
    process.kill(await bot.answeringPid(), 'SIGKILL');
    expect(readMessage((await discord.tap('Context 1', answer).answer()).message)).toBe(before[0]?.text);
    await rebuild(change('911 Drohnen', '913 Drohnen'));
    await restart('SIGKILL');
    expect(await tapEverything(discord, aWeekLater(answer))).toEqual(before);
    const drones = await ask(DRONES);
    expect(readMessage((await discord.tap('In context', drones).answer()).message)).toContain('913 Drohnen');
  });
});
