import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Choice } from '../catalogue.js';
import type { Options } from '../command.js';
import type { Log } from '../log.js';
import { NoticeError } from '../notice.js';
import { UserError } from '../user-error.js';
import type { View } from '../view.js';
import { Completions } from './completions.js';
import type { Failure, Reply } from './protocol.js';
import { QuestionQueue } from './question-queue.js';

/** An answer takes some ten milliseconds. */
const LONGEST_ANSWER_MS = 30_000;

/** Opening a current index takes a second or two; building it anew, where articles have changed, may take longer. */
const LONGEST_OPENING_MS = 600_000;

/** One that lives shorter and dies idle is started again by the next question only, not over and over. */
const SHORT_LIFE_MS = 10_000;

/**
 * The process in which commands are run, so that embedding and searching can neither hold up nor kill the one that
 * talks to Discord. When it dies it is started again, and the question that it was working on is asked once more.
 */
export class AnsweringProcess {
  private readonly questions = new QuestionQueue();
  private readonly completions = new Completions();
  private child: ChildProcess | null = null;
  /** When the current process was ready, by `performance.now()`; null while it is opening the index. */
  private readySince: number | null = null;
  private wasReady = false;
  private closing = false;
  private watchdog: NodeJS.Timeout | undefined;
  private unusable: Error | null = null;
  private onOpened: ((opened: number | Error) => void) | null = null;

  /**
   * @param spawn starts the process, with a channel for messages
   * @param longestAnswerMs after which it is taken to have lost its way, and killed
   */
  constructor(
    private readonly spawn: () => ChildProcess,
    private readonly log: Log,
    private readonly longestAnswerMs = LONGEST_ANSWER_MS,
  ) {}

  /**
   * Starts the process and waits until it has opened the index.
   * @returns how many articles there are
   * @throws UserError where the index cannot be opened
   */
  open(): Promise<number> {
    this.start();
    return new Promise((resolve, reject) => {
      this.onOpened = (opened) => (opened instanceof Error ? reject(opened) : resolve(opened));
    });
  }

  /**
   * Runs a command there.
   * @throws UserError where the command does, or where too many wait already
   */
  run(command: string, options: Options): Promise<View> {
    if (this.closing) return Promise.reject(new NoticeError({ kind: 'stopping' }));
    const answer = this.questions.add(command, options);
    if (!this.child) this.start();
    this.sendNext();
    return answer;
  }

  /**
   * What can be chosen for an option of a command, by what is typed of it so far; it overtakes all questions.
   * @returns none where there is no process, or it has no time
   */
  async complete(command: string, option: string, typed: string): Promise<Choice[]> {
    const { child } = this;
    if (!child || this.readySince === null || this.closing) return [];
    return this.completions.ask({ command, option, typed }, (asked) => child.send(asked, () => {}));
  }

  /** Ends the process; what is not answered yet will not be. */
  async close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.watchdog);
    this.questions.rejectAll(new NoticeError({ kind: 'stopping' }));
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  private start(): void {
    const child = this.spawn();
    this.child = child;
    this.readySince = null;
    this.unusable = null;
    // The first time it may have the index to build, which takes as long as it takes.
    if (this.wasReady) this.watch(LONGEST_OPENING_MS);
    child.on('message', (reply: Reply) => this.onReply(reply));
    child.once('exit', (code, signal) => this.onExit(child, signal ?? `code ${code}`));
    child.on('error', (error) => this.onExit(child, error.message));
  }

  private sendNext(): void {
    if (this.readySince === null) return;
    const wasIdle = !this.questions.isWorkedOn;
    // Where the channel is closed already, the end of the process is about to be told.
    for (const question of this.questions.takeNext()) this.child?.send(question, () => {});
    if (wasIdle && this.questions.isWorkedOn) this.watch(this.longestAnswerMs);
  }

  /** Kills the process unless it says something in time. */
  private watch(ms: number): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.child?.kill('SIGKILL'), ms);
  }

  private onReply(reply: Reply): void {
    if (reply.kind === 'changed') {
      this.log.info('The index has changed', { articles: reply.articles });
      return;
    }
    if (reply.kind === 'unchanged') {
      this.log.error('The new index cannot be used; the old one goes on serving', { problem: reply.problem });
      return;
    }
    if (reply.kind === 'completed') {
      this.completions.settle(reply.id, reply.choices);
      return;
    }
    clearTimeout(this.watchdog);
    if (reply.kind === 'ready') {
      this.readySince = performance.now();
      this.wasReady = true;
      this.onOpened?.(reply.articles);
    } else if (reply.kind === 'unusable') {
      this.unusable = errorOf(reply.failure);
      this.child?.kill('SIGKILL');
    } else {
      this.questions.settle(reply.id, reply.kind === 'answered' ? reply.view : errorOf(reply.failure));
      if (this.questions.isWorkedOn) this.watch(this.longestAnswerMs);
    }
    this.sendNext();
  }

  private onExit(child: ChildProcess, how: string): void {
    if (this.child !== child || this.closing) return;
    this.child = null;
    clearTimeout(this.watchdog);
    if (this.readySince === null) {
      const error =
        this.unusable ?? new Error(`The process that answers ended while it was starting: ${how}`);
      this.onOpened?.(error);
      // What is wrong with the index is for whoever runs the bot, not for whoever asks.
      this.questions.rejectAll(new Error('The process that answers cannot be started', { cause: error }));
      return;
    }
    this.log.error('The process that answers died', { how });
    const lived = performance.now() - this.readySince;
    this.readySince = null;
    this.questions.putBack(how);
    if (this.questions.isWaiting || lived > SHORT_LIFE_MS) this.start();
  }
}

/** The error of the other process, with its stack. */
function errorOf(failure: Failure): Error {
  if (failure.kind === 'notice') return new NoticeError(failure.notice);
  if (failure.kind === 'user-error') return new UserError(failure.message, failure.exitCode);
  const error = new Error(failure.stack.split('\n', 1)[0]);
  error.stack = failure.stack;
  return error;
}
