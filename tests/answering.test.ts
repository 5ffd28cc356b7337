import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { AnsweringProcess } from '../src/answering/answering-process.js';
import { createLog } from '../src/log.js';
import type { View } from '../src/view.js';
import { pause, programEnvironment, programFile, ROOT } from './program.js';

const QUESTION = { question: 'How many drones did Russia launch overnight?' };

let env: Record<string, string>;
let children: ChildProcess[];
let said: string[];
let answering: AnsweringProcess;

beforeEach(() => {
  env = { INDEX_DIR: inject('indexDir') };
  children = [];
  said = [];
});
afterEach(() => answering.close());

function create(longestAnswerMs?: number): AnsweringProcess {
  const log = createLog('json', (line) => said.push(JSON.parse(line).message));
  answering = new AnsweringProcess(
    () => {
      const child = fork(programFile('answering'), { env: programEnvironment(env), stdio: 'ignore' });
      children.push(child);
      return child;
    },
    log,
    longestAnswerMs,
  );
  return answering;
}
const quotesOf = (view: View): string[] =>
  view.kind === 'answer' ? view.answer.quotes.map(({ text }) => text) : [view.kind];

describe('the process that answers', () => {
  it('answers in order, with what can be shown and with what a user may read', async () => {
    expect(await create().open()).toBe(4);
    const [answer, none, unknown, sources] = await Promise.allSettled([
      answering.run('ask', QUESTION),
      answering.run('ask', { question: '?' }),
      answering.run('nothing', {}),
      answering.run('sources', {}),
    ]);
    expect(answer).toMatchObject({ status: 'fulfilled' });
    expect(quotesOf((answer as PromiseFulfilledResult<View>).value)[0]).toContain('176 Drohnen');
    expect(none).toMatchObject({
      reason: { name: 'UserError', message: expect.stringContaining('this one has 1.') },
    });
    expect(unknown).toMatchObject({
      reason: { name: 'UserError', message: 'There is no command /nothing any more.' },
    });
    expect(sources).toMatchObject({ value: { kind: 'sources', total: 4, page: 1, pages: 1 } });
  });

  it('hands on a fault with its stack, and goes on', async () => {
    await create().open();
    const fault = answering.run('ask', {} as Record<string, string>);
    await expect(fault).rejects.toThrow(/^TypeError: /);
    await expect(fault).rejects.toMatchObject({ stack: expect.stringContaining('checkQuestion') });
    expect(quotesOf(await answering.run('ask', QUESTION))[0]).toContain('176 Drohnen');
    expect(children).toHaveLength(1);
  });

  it('is started again when it hangs, though questions go on coming, and is asked once more', async () => {
    await create(400).open();
    await pause(children[0]?.pid ?? 0);
    const asked = answering.run('ask', QUESTION);
    const others: Promise<View>[] = [];
    while (children.length < 2) {
      others.push(answering.run('sources', {}));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(quotesOf(await asked)[0]).toContain('176 Drohnen');
    expect((await Promise.all(others)).every(({ kind }) => kind === 'sources')).toBe(true);
    expect(children.map(({ signalCode }) => signalCode)).toEqual(['SIGKILL', null]);
    expect(said).toEqual(['The process that answers died']);
  });

  it('fails a question over which it hangs twice, and answers the one behind it', async () => {
    await create(400).open();
    const [child] = children;
    await pause(child?.pid ?? 0);
    const both = [answering.run('ask', QUESTION), answering.run('sources', {})];
    // The next one is stopped as soon as it was given the question.
    while (children.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    children[1]?.once('message', () => process.kill(children[1]?.pid ?? 0, 'SIGSTOP'));
    const [first, second] = await Promise.allSettled(both);
    expect(first).toMatchObject({
      reason: { message: 'The process that answers died twice over one question: SIGKILL' },
    });
    expect(second).toMatchObject({ value: { kind: 'sources' } });
  });

  it('says why it cannot be opened, and can be used once it can', async () => {
    env['SEEDS_DIR'] = join(ROOT, 'nowhere');
    await expect(create().open()).rejects.toThrow('SEEDS_DIR should be a folder');
    await expect(answering.run('ask', QUESTION)).rejects.toMatchObject({
      name: 'Error',
      message: 'The process that answers cannot be started',
      cause: { message: expect.stringContaining('SEEDS_DIR should be a folder') },
    });
    delete env['SEEDS_DIR'];
    expect(quotesOf(await answering.run('ask', QUESTION))[0]).toContain('176 Drohnen');
  });

  it('completes an option at once, past all questions that wait', async () => {
    await create().open();
    const settled: string[] = [];
    const asked = Array.from({ length: 20 }, () =>
      answering.run('ask', QUESTION).then(() => settled.push('ask')),
    );
    const choices = await answering.complete('ask', 'publisher', 'kyv');
    settled.push('choices');
    await Promise.all(asked);
    expect(choices).toEqual([
      { kind: 'publisher', publisher: 'The Kyiv Independent', articles: 1, newest: '2025-02-26' },
    ]);
    expect(settled.indexOf('choices')).toBeLessThan(5);
    expect(said).toEqual([]);
  });

  it('completes with nothing what it does not know', async () => {
    await create().open();
    expect(await answering.complete('ask', 'question', 'kyiv')).toEqual([]);
    expect(await answering.complete('sources', 'page', '1')).toEqual([]);
    expect(await answering.complete('nothing', 'publisher', 'kyiv')).toEqual([]);
  });

  it('completes with nothing, in time, before it is open, while it hangs, when it died and when it is closed', async () => {
    const opened = create(400).open();
    expect(await answering.complete('ask', 'publisher', '')).toEqual([]);
    await opened;
    const pid = children[0]?.pid ?? 0;
    await pause(pid);
    const started = performance.now();
    expect(await answering.complete('ask', 'publisher', '')).toEqual([]);
    expect(performance.now() - started).toBeGreaterThan(900);
    expect(performance.now() - started).toBeLessThan(2_500);
    // That it is not answered in time is no reason to kill it, and what it says too late is not heard.
    expect(children.map(({ signalCode }) => signalCode)).toEqual([null]);
    process.kill(pid, 'SIGCONT');
    expect(await answering.complete('ask', 'language', 'de')).toEqual([
      { kind: 'language', language: 'de', articles: 1 },
    ]);
    const gone = new Promise((resolve) => children[0]?.once('exit', resolve));
    process.kill(pid, 'SIGKILL');
    expect(await answering.complete('ask', 'publisher', '')).toEqual([]);
    await gone;
    await answering.close();
    expect(await answering.complete('ask', 'publisher', '')).toEqual([]);
  });

  it('watches over a question though options are completed meanwhile', async () => {
    await create(400).open();
    const [child] = children;
    const asked = answering.run('ask', QUESTION);
    await answering.complete('ask', 'publisher', '');
    await asked;
    await pause(child?.pid ?? 0);
    const again = answering.run('ask', QUESTION);
    void answering.complete('ask', 'publisher', '');
    expect(quotesOf(await again)[0]).toContain('176 Drohnen');
    expect(children.map(({ signalCode }) => signalCode)).toEqual(['SIGKILL', null]);
  });

  it('answers nothing after it is closed', async () => {
    await create().open();
    await pause(children[0]?.pid ?? 0);
    const waiting = answering.run('ask', QUESTION);
    const closed = answering.close();
    await expect(waiting).rejects.toThrow('The bot is being restarted; ask again in a moment.');
    await closed;
    await expect(answering.run('ask', QUESTION)).rejects.toThrow('The bot is being restarted');
    expect(children.map(({ signalCode }) => signalCode)).toEqual(['SIGKILL']);
  });
});
