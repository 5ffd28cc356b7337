import { ACKNOWLEDGE_WITHIN_MS } from './conversation.js';
import { type Completed, checks, type Offered, problemsOf } from './limits.js';
import { type Refuse, type Response, refused } from './response.js';

/** What is offered to somebody who types an option: once, in time, and nothing else. */
export class Completion {
  /** What is offered, and within how many milliseconds. */
  offered: { choices: Offered[]; ms: number } | null = null;
  private readonly began = performance.now();
  private listeners: (() => void)[] = [];

  constructor(private readonly refuse: Refuse) {}

  /** What is offered, once it is. */
  async choices(): Promise<Offered[]> {
    while (!this.offered) await new Promise<void>((resolve) => this.listeners.push(resolve));
    return this.offered.choices;
  }

  onCallback(body: unknown): Response {
    if (this.offered) return refused(400, 40060, 'Interaction has already been acknowledged.');
    const ms = performance.now() - this.began;
    if (ms > ACKNOWLEDGE_WITHIN_MS) return refused(404, 10062, 'Unknown interaction');
    const wrong = problemsOf(checks.completion, body);
    if (wrong.length > 0) return this.refuse('choices', wrong);
    this.offered = { choices: (body as Completed).data.choices, ms };
    for (const listener of this.listeners.splice(0)) listener();
    return { status: 204 };
  }

  onEdit(): Response {
    return this.refuse('choices', ['no message belongs to them']);
  }

  onFollowUp(): Response {
    return this.onEdit();
  }

  onDelete(): Response {
    return this.onEdit();
  }
}
