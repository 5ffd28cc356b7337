import { type Callback, checks, EPHEMERAL, type Message, problemsOf } from './limits.js';
import { type Asker, ownersOf } from './payloads.js';
import { type Refuse, type Response, refused } from './response.js';
import type { Standing } from './standing.js';

/** An answer as it stands in Discord. */
export interface Shown extends Standing {
  /** Milliseconds from when the bot was told of the interaction. */
  ms: number;
}

/** Three seconds, by Discord's documentation. */
export const ACKNOWLEDGE_WITHIN_MS = 3_000;

/** Where the bot was only installed by a user (Discord's documentation, "Create Followup Message"). */
const MOST_FOLLOW_UPS = 5;

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
  /** Whether the bot took back the reply that was being waited for. */
  private isTakenBack = false;
  private readonly began = performance.now();
  private listeners: (() => void)[] = [];

  /** @param tapped the message that something was tapped on in, where it is about one */
  constructor(
    readonly id: string,
    private readonly asker: Asker,
    private readonly refuse: Refuse,
    private readonly tapped: Standing | null = null,
  ) {}

  /** The answer, once it is there, or what is said in its place. */
  async answer(): Promise<Shown> {
    return this.until(() => this.shown[0] ?? (this.isTakenBack ? this.followUps[0] : undefined));
  }

  /** Something that is said besides. */
  async followUp(): Promise<Shown> {
    return this.until(() => this.followUps[0]);
  }

  /** Whichever of both comes. */
  async said(): Promise<Shown> {
    return this.until(() => this.shown[0] ?? this.followUps[0]);
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
    const callback = body as Callback;
    const update = callback.type === 6;
    if (update && !this.tapped)
      return this.refuse('acknowledgement', ['nothing was tapped on that could be updated']);
    const ephemeral = update ? (this.tapped?.ephemeral ?? false) : callback.data.flags !== 0;
    this.acknowledged = { ephemeral, update, ms: this.ms() };
    this.tell();
    return { status: 204 };
  }

  onEdit(body: unknown): Response {
    if (!this.acknowledged) return refused(404, 10015, 'Unknown Webhook');
    if (this.gone === 'expired') return refused(401, 50027, 'Invalid Webhook Token');
    if (this.gone === 'deleted' || this.isTakenBack) return refused(404, 10008, 'Unknown Message');
    const wrong = problemsOf(checks.message, body);
    return wrong.length > 0 ? this.refuse('message', wrong) : this.showAnswer(body as Message);
  }

  /** Of the reply to the interaction: what was tapped on is not the bot's to take back in passing. */
  onDelete(): Response {
    if (!this.acknowledged) return refused(404, 10015, 'Unknown Webhook');
    if (this.gone === 'expired') return refused(401, 50027, 'Invalid Webhook Token');
    if (this.isTakenBack || this.gone === 'deleted') return refused(404, 10008, 'Unknown Message');
    if (this.acknowledged.update) return this.refuse('deletion', ['the message that was tapped on would go']);
    this.isTakenBack = true;
    return { status: 204 };
  }

  onFollowUp(body: unknown): Response {
    if (!this.acknowledged) return refused(404, 10015, 'Unknown Webhook');
    if (this.gone === 'expired') return refused(401, 50027, 'Invalid Webhook Token');
    const wrong = problemsOf(checks.followUp, body);
    if (wrong.length > 0) return this.refuse('message', wrong);
    const { flags, ...rest } = body as Message;
    const message = { ...rest, flags: flags & ~EPHEMERAL };
    // The first one after a deferral fills the reply that is being waited for, whatever its own flag says.
    if (!this.acknowledged.update && !this.isTakenBack && this.shown.length === 0)
      return this.showAnswer(message);
    const isLimited = ownersOf(this.asker)[0] === undefined && this.followUps.length === MOST_FOLLOW_UPS;
    if (isLimited) return this.refuse('message', [`more than ${MOST_FOLLOW_UPS} follow-ups`]);
    const id = `${BigInt(this.id) + 2n + BigInt(this.followUps.length)}`;
    const ephemeral = (flags & EPHEMERAL) !== 0;
    return this.show(this.followUps, { id, message, ephemeral, asker: this.asker });
  }

  /** In place of the message that was tapped on, which goes on being the same, or in a message of its own. */
  private showAnswer(message: Message): Response {
    const { update = false, ephemeral = false } = this.acknowledged ?? {};
    const { id, asker } =
      update && this.tapped ? this.tapped : { id: `${BigInt(this.id) + 1n}`, asker: this.asker };
    return this.show(this.shown, { id, message, ephemeral, asker });
  }

  private show(where: Shown[], standing: Standing): Response {
    where.push({ ...standing, ms: this.ms() });
    this.tell();
    return { status: 200, body: { id: standing.id, channel_id: '1', ...standing.message } };
  }

  private ms(): number {
    return performance.now() - this.began;
  }

  private tell(): void {
    for (const listener of this.listeners.splice(0)) listener();
  }
}
