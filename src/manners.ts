import type { Options } from './command.js';
import { Cooldown } from './cooldown.js';
import type { Notice } from './notice.js';

/** A question, who asks it where, and who will see the answer. */
export interface Asked {
  command: string;
  options: Options;
  /** Ids, as of Discord. */
  user: string;
  channel: string;
  /** The server, where all of it will see the answer; else null. */
  server: string | null;
  isPrivate: boolean;
  /** Whether it asks something new, for which its asker has to wait; pages, lists and taps do not. */
  isQuestion: boolean;
}

/** Whether a question may be answered now. */
export interface Admission {
  /** Why not; null where it may. */
  refusal: Notice | null;
  /** To be called when it is answered, however that went. */
  leave(): void;
}

const nothing = (): void => {};
export const letIn = (leave: () => void = nothing): Admission => ({ refusal: null, leave });
export const turnedAway = (refusal: Notice): Admission => ({ refusal, leave: nothing });

/** What keeps a channel quiet: waits between questions, and no question answered twice at the same time. */
export class Manners {
  private readonly users: Cooldown;
  private readonly servers: Cooldown;
  private readonly inFlight = new Set<string>();

  /**
   * @param seconds between two questions of one person, and between two answers that all of a server see; 0 for none
   * @param now a clock in milliseconds that never goes back
   */
  constructor(seconds: { user: number; guild: number }, now: () => number) {
    this.users = new Cooldown(seconds.user, now);
    this.servers = new Cooldown(seconds.guild, now);
  }

  /** Lets a question in and begins its waits, or turns it away without any. */
  admit(asked: Asked): Admission {
    const key = keyOf(asked);
    if (this.inFlight.has(key)) return turnedAway({ kind: 'being-answered' });
    const wait = this.waitFor(asked);
    if (wait) return turnedAway(wait);
    this.inFlight.add(key);
    return letIn(() => void this.inFlight.delete(key));
  }

  /** What an asker has to wait for; where it is nothing, the next one has to wait for this one. */
  private waitFor({ user, server, isQuestion }: Asked): Notice | null {
    const own = isQuestion ? this.users.left(user) : 0;
    if (own > 0) return { kind: 'cooldown-user', seconds: own };
    const all = server === null ? 0 : this.servers.left(server);
    if (all > 0) return { kind: 'cooldown-guild', seconds: all };
    if (isQuestion) this.users.start(user);
    if (server !== null) this.servers.start(server);
    return null;
  }
}

/** The same question in the same channel; where only the asker sees the answer, others may ask it too. */
function keyOf({ command, options, user, channel, isPrivate }: Asked): string {
  const given = Object.entries(options).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([channel, command, given, isPrivate ? user : null]);
}
