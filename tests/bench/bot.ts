import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { readQuestions } from '../../src/eval/questions.js';
import { percentile } from '../../src/percentile.js';
import { BotProgram, NPM_START } from '../discord/bot-program.js';
import type { Conversation } from '../discord/conversation.js';
import { FakeDiscord } from '../discord/fake-discord.js';
import { anotherChannel } from '../discord/payloads.js';
import { processesOf, ROOT, runProgram } from '../program.js';

/** Times in milliseconds, memory in megabytes. */
export interface Numbers {
  ready: number;
  oneAtATime: { questions: number; acknowledgedP99: number; answeredP95: number };
  atOnce: { questions: number; acknowledgedP99: number; answeredP95: number };
  memory: { questions: number; bot: number; answering: number }[];
}

/** Measures the bot over loopback: the real Discord client, model and index, and a Discord of the tests. */
export async function measureBot(questions: number): Promise<Numbers> {
  const env = { INDEX_DIR: join(ROOT, 'index') };
  // What is measured is a start with a current index.
  await runProgram('index', [], { env });
  const discord = await FakeDiscord.start();
  const numbers = await measure(discord, env, questions);
  discord.close();
  if (discord.problems.length > 0)
    throw new Error(`Discord would have refused: ${discord.problems.join('; ')}`);
  return numbers;
}

async function measure(
  discord: FakeDiscord,
  env: Record<string, string>,
  questions: number,
): Promise<Numbers> {
  const asked = await readQuestions(join(ROOT, 'tests', 'scorecard', 'questions.jsonl'));
  const question = (i: number) => asked[i % asked.length]?.question ?? '';
  const started = performance.now();
  const byNpm = await BotProgram.start(discord, env, NPM_START);
  const ready = performance.now() - started;
  await byNpm.stop();
  const bot = await BotProgram.start(discord, env);
  await inTurn(discord, question, 50);
  const oneAtATime = timesOf(await inTurn(discord, question, 200));
  const all = Array.from({ length: 100 }, (_, i) => discord.ask(question(i), { channel: anotherChannel(i) }));
  await Promise.all(all.map((conversation) => conversation.answer()));
  const atOnce = timesOf(all);
  const memory = await measureMemory(discord, bot, question, questions);
  await bot.stop();
  return { ready: Math.round(ready), oneAtATime, atOnce, memory };
}

/** Asks ten at a time, as on a busy evening, and looks five times at the memory. */
async function measureMemory(
  discord: FakeDiscord,
  bot: BotProgram,
  question: (i: number) => string,
  questions: number,
): Promise<Numbers['memory']> {
  const memory: Numbers['memory'] = [];
  const bar = new SingleBar({
    stream: process.stderr,
    format: 'Asking {bar} {value}/{total} questions',
    clearOnComplete: true,
  });
  bar.start(questions, 0);
  for (let done = 0; done < questions; ) {
    const together = Array.from({ length: 10 }, (_, i) =>
      discord.ask(question(done + i), { user: `${4e18 + done + i}` }),
    );
    await Promise.all(together.map((conversation) => conversation.answer()));
    discord.forget();
    done += together.length;
    bar.update(done);
    if (done % (questions / 5) < 10) memory.push({ questions: done, ...(await memoryOf(bot.pid)) });
  }
  bar.stop();
  return memory;
}

async function inTurn(
  discord: FakeDiscord,
  question: (i: number) => string,
  count: number,
): Promise<Conversation[]> {
  const conversations: Conversation[] = [];
  for (let i = 0; i < count; i++) {
    const conversation = discord.ask(question(i));
    await conversation.answer();
    conversations.push(conversation);
  }
  return conversations;
}

function timesOf(conversations: Conversation[]): Numbers['atOnce'] {
  return {
    questions: conversations.length,
    acknowledgedP99: wholePercentile(
      conversations.map(({ acknowledged }) => acknowledged?.ms ?? Number.NaN),
      0.99,
    ),
    answeredP95: wholePercentile(
      // What is no question is told to its asker alone, in place of an answer.
      conversations.map(({ shown, followUps }) => (shown[0] ?? followUps[0])?.ms ?? Number.NaN),
      0.95,
    ),
  };
}

/** In whole milliseconds. */
const wholePercentile = (times: number[], share: number): number => Math.round(percentile(times, share));

async function memoryOf(pid: number): Promise<{ bot: number; answering: number }> {
  const processes = await processesOf(pid);
  return {
    bot: processes.find((one) => one.pid === pid)?.memory ?? 0,
    answering: processes.find((one) => one.parent === pid)?.memory ?? 0,
  };
}

/** Each number with what is wanted of it. */
export function botRows({ ready, oneAtATime, atOnce, memory }: Numbers): string[][] {
  return [
    ['from npm start to registered and ready', `${ready} ms`, 'under 3000 ms'],
    ['acknowledged, one question at a time, p99', `${oneAtATime.acknowledgedP99} ms`, ''],
    ['answered, one question at a time, p95', `${oneAtATime.answeredP95} ms`, 'within 60 ms'],
    [`acknowledged, ${atOnce.questions} at once, p99`, `${atOnce.acknowledgedP99} ms`, 'within 300 ms'],
    [`answered, ${atOnce.questions} at once, p95`, `${atOnce.answeredP95} ms`, 'within 1500 ms'],
    ...memory.map(({ questions, bot, answering }) => [
      `memory after ${questions} questions`,
      `${bot} + ${answering} MB`,
      'steady',
    ]),
  ];
}
