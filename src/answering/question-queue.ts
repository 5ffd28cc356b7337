import type { Options } from '../command.js';
import { NoticeError } from '../notice.js';
import type { View } from '../view.js';
import type { Question } from './protocol.js';

interface Asked extends Question {
  /** How often a process died over it. */
  deaths: number;
  resolve(view: View): void;
  reject(error: Error): void;
}

/** So many questions may wait for an answer, some seconds' work; whoever comes later is asked to come again. */
const LONGEST_QUEUE = 500;

/** One is worked on, and the next one is there when that is done, however busy this process is. */
const SENT_AT_ONCE = 2;

/** Questions on their way to a process that answers them one after the other, and may die over one. */
export class QuestionQueue {
  private readonly waiting: Asked[] = [];
  /** The first of them is worked on. */
  private sent: Asked[] = [];
  private lastId = 0;

  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  get isWorkedOn(): boolean {
    return this.sent.length > 0;
  }

  /**
   * Puts a question at the end.
   * @returns its answer, once it is settled
   * @throws NoticeError where too many wait already
   */
  add(command: string, options: Options): Promise<View> {
    if (this.waiting.length >= LONGEST_QUEUE) return Promise.reject(new NoticeError({ kind: 'busy' }));
    return new Promise((resolve, reject) => {
      this.waiting.push({ id: ++this.lastId, command, options, deaths: 0, resolve, reject });
    });
  }

  /** Takes those that are to be sent now. */
  takeNext(): Question[] {
    const next = this.waiting.splice(0, SENT_AT_ONCE - this.sent.length);
    this.sent.push(...next);
    return next.map(({ id, command, options }) => ({ id, command, options }));
  }

  /** Gives a question that was sent its answer, or says why it has none. */
  settle(id: number, outcome: View | Error): void {
    const asked = this.sent.find((one) => one.id === id);
    this.sent = this.sent.filter((one) => one !== asked);
    if (outcome instanceof Error) asked?.reject(outcome);
    else asked?.resolve(outcome);
  }

  /**
   * Puts what was sent back to the front, since its process died. The one that was worked on is asked again once; the
   * others are not to blame.
   */
  putBack(how: string): void {
    const [worked, ...others] = this.sent;
    this.sent = [];
    this.waiting.unshift(...others);
    if (!worked) return;
    worked.deaths++;
    if (worked.deaths === 1) this.waiting.unshift(worked);
    else worked.reject(new Error(`The process that answers died twice over one question: ${how}`));
  }

  rejectAll(error: Error): void {
    for (const asked of [...this.sent, ...this.waiting.splice(0)]) asked.reject(error);
    this.sent = [];
  }
}
