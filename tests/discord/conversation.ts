import { type Callback, checks, type Message, problemsOf } from './limits.js';

/** What Discord's REST API answers. */
export interface Response {
  status: number;
  body?: object;
  headers?: Record<string, string>;
}

const refused = (status: number, code: number, message: string): Response => ({
  status,
  body: { code, message },
});

/** An answer as it stands in Discord. */
export interface Shown {
  message: Message;
  ephemeral: boolean;
  /** Milliseconds from when the bot was told of the interaction. */
  ms: number;
}

/** Three seconds, by Discord's documentation. */
const ACKNOWLEDGE_WITHIN_MS = 3_000;

/**
 * One interaction, from the tap to the answer: it takes an acknowledgement, once and in time, then edits of the answer
 * and follow-ups, and refuses all else as Discord does.
 */
export class Conversation {
  acknowledged: { ephemeral: boolean; update: boolean; ms: number } | null = null;
  /** The answer and its later edits, the last one last. */
  readonly shown: Shown[] = [];
  readonly followUps: Shown[] = [];
  /** Whether its token was good once and is not any more, or its message was deleted. */
  gone: 'expired' | 'deleted' | null = null;
  private readonly began = performance.now();
  private listeners: (() => void)[] = [];

  /** @param tapped the message that a button was tapped on, where it is one's */
  constructor(
    readonly id: string,
    private readonly problems: string[],
    private readonly tapped: { ephemeral: boolean } | null = null,
  ) {}

  /** The answer, once it is there. */
  async answer(): Promise<Shown> {
    return this.until(() => this.shown[0]);
  }

  /** Something that is said to the asker besides. */
  async followUp(): Promise<Shown> {
    return this.until(() => this.followUps[0]);
  }

  /** Waits until there is such a thing. */
  async until<T>(look: () => T | null | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== null && found !== undefined) return found;
      await new Promise<void>((resolve) => this.listeners.push(resolve));
    }
  }

  onCallback(body: unknown): Response {
    if (this.acknowledged) return refused(400, 40060, 'Interaction has already been acknowledged.');
    if (this.ms() > ACKNOWLEDGE_WITHIN_MS) return refused(404, 10062, 'Unknown interaction');
    const wrong = problemsOf(checks.callback, body);
    if (wrong.length > 0) return this.refuse('acknowledgement', wrong);
    const { type, ...rest } = body as Callback;
    const update = type === 6;
    if (update && !this.tapped)
      return this.refuse('acknowledgement', ['nothing was tapped on that could be updated']);
    const ephemeral = update ? (this.tapped?.ephemeral ?? false) : 'data' in rest && rest.data.flags !== 0;
    this.acknowledged = { ephemeral, update, ms: this.ms() };
    this.tell();
    return { status: 204 };
  }

  onEdit(body: unknown): Response {
    if (!this.acknowledged) return refused(404, 10015, 'Unknown Webhook');
    if (this.gone === 'expired') return refused(401, 50027, 'Invalid Webhook Token');
    if (this.gone === 'deleted') return refused(404, 10008, 'Unknown Message');
    return this.show(body, this.shown, this.acknowledged.ephemeral);
  }

  onFollowUp(body: unknown): Response {
    if (!this.acknowledged) return refused(404, 10015, 'Unknown Webhook');
    const { flags } = body as { flags?: number };
    return this.show(body, this.followUps, ((flags ?? 0) & (1 << 6)) !== 0);
  }

  private show(body: unknown, where: Shown[], ephemeral: boolean): Response {
    const wrong = problemsOf(checks.message, body);
    if (wrong.length > 0) return this.refuse('message', wrong);
    const message = body as Message;
    where.push({ message, ephemeral, ms: this.ms() });
    this.tell();
    return { status: 200, body: { id: this.id, channel_id: '1', ...message } };
  }

  private refuse(what: string, wrong: string[]): Response {
    this.problems.push(...wrong.map((problem) => `${what}: ${problem}`));
    return refused(400, 50035, `Invalid Form Body: ${wrong.join('; ')}`);
  }

  private ms(): number {
    return performance.now() - this.began;
  }

  private tell(): void {
    for (const listener of this.listeners.splice(0)) listener();
  }
}
