import type { ChildProcess } from 'node:child_process';
import { UserError } from '../user-error.js';
import type { EncodedText, EncodeTexts, Text } from './encode-text.js';

/** What goes to a process, some at once, and what comes back of each. */
export type Order = { position: number; text: Text };
export type Delivery = { position: number; encoded: EncodedText } | { failed: Failure };

interface Failure {
  message: string;
  stack: string;
  /** Whether a user may read the message. */
  isForUser: boolean;
}

/**
 * Processes that embed texts, with one thread each: on two cores, two are a quarter faster than one with two threads.
 * Each holds the model, some 350 MB.
 */
export class EmbeddingProcesses {
  private children: ChildProcess[] = [];

  /**
   * @param spawn starts a process, with a channel for messages; told whether it is the first, for which a build waits
   * @param most how many there are at most
   * @param textsForAnother from so many texts on, another one saves more time than it takes to start
   * @param ahead so many texts wait at a process, so that it never waits for this one, though that is busy for a while
   */
  constructor(
    private readonly spawn: (isFirst: boolean) => ChildProcess,
    private readonly most: number,
    private readonly textsForAnother = 100,
    private readonly ahead = 16,
  ) {}

  /** Starts a process, so that it loads the model while something else is done. */
  start(): void {
    this.spawnUpTo(1);
  }

  /** Embeds texts; for few it leaves a process running, for the next ones. */
  readonly encode: EncodeTexts = async (texts, onEncoded) => {
    if (texts.length === 0) return;
    const wanted = Math.min(this.most, Math.ceil(texts.length / this.textsForAnother));
    this.spawnUpTo(wanted);
    try {
      await deal(this.children, texts, this.ahead, onEncoded);
      if (wanted > 1) this.end();
    } catch (error) {
      this.end();
      throw error;
    }
  };

  /** Ends all of them. */
  end(): void {
    for (const child of this.children) child.kill('SIGKILL');
    this.children = [];
  }

  /** One that waited for texts may have ended meanwhile, as where memory is short. */
  private spawnUpTo(count: number): void {
    this.children = this.children.filter(
      ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
    );
    while (this.children.length < count) this.children.push(this.spawn(this.children.length === 0));
  }
}

/** Deals texts out to processes as they get done with others. */
function deal(
  children: ChildProcess[],
  texts: Text[],
  ahead: number,
  onEncoded: (position: number, encoded: EncodedText) => void,
): Promise<void> {
  const listeners: [ChildProcess, string, (...values: never[]) => void][] = [];
  const on = (child: ChildProcess, event: string, listener: (...values: never[]) => void): void => {
    listeners.push([child, event, listener]);
    child.on(event, listener as () => void);
  };
  let next = 0;
  const send = (child: ChildProcess, count: number): void => {
    const orders = texts.slice(next, next + count).map((text, i): Order => ({ position: next + i, text }));
    next += orders.length;
    // Where the channel is closed already, the end of the process is about to be told.
    if (orders.length > 0) child.send(orders, () => {});
  };
  const dealt = new Promise<void>((resolve, reject) => {
    let left = texts.length;
    const onDelivery = (child: ChildProcess, delivery: Delivery): void => {
      if ('failed' in delivery) throw failureOf(delivery.failed);
      onEncoded(delivery.position, delivery.encoded);
      if (--left === 0) resolve();
      else send(child, 1);
    };
    for (const child of children) {
      on(child, 'message', (delivery: Delivery) => {
        try {
          onDelivery(child, delivery);
        } catch (error) {
          reject(error);
        }
      });
      on(child, 'error', reject);
      on(child, 'exit', (code: number | null, signal: string | null) => reject(endOf(code, signal)));
      // In one message: more than one would wait until this process has nothing else to do.
      send(child, ahead);
    }
  });
  return dealt.finally(() => {
    for (const [child, event, listener] of listeners) child.off(event, listener as () => void);
  });
}

function failureOf({ message, stack, isForUser }: Failure): Error {
  return isForUser ? new UserError(message, 1, { cause: stack }) : new Error(stack);
}

/** The error that a process ended before its texts were embedded; where something killed it, a user may read it. */
function endOf(code: number | null, signal: string | null): Error {
  if (signal === null) return new Error(`A process that embeds texts ended early (code ${code})`);
  return new UserError(
    `A process that embeds texts was ended (${signal}); is there enough memory? Run "npm run index" again: what was ` +
      'embedded is kept.',
  );
}
