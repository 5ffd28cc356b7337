import type { Choice } from '../catalogue.js';
import type { ToComplete } from './protocol.js';

/**
 * It takes some milliseconds. Discord would wait for three seconds, but by then somebody has typed on, and is shown what
 * fits that.
 */
const LONGEST_MS = 1_000;

/** Options that are being completed: each is answered in time, with nothing to choose from if need be. */
export class Completions {
  private readonly waiting = new Map<number, (choices: Choice[]) => void>();
  private lastId = 0;

  /**
   * @param send hands it to the process that knows
   * @returns at most as late as somebody who types waits for it
   */
  ask(asked: Omit<ToComplete, 'id'>, send: (asked: ToComplete) => void): Promise<Choice[]> {
    const id = ++this.lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(id, []), LONGEST_MS);
      this.waiting.set(id, (choices) => {
        clearTimeout(timer);
        resolve(choices);
      });
      send({ id, ...asked });
    });
  }

  /** What comes too late is not heard. */
  settle(id: number, choices: Choice[]): void {
    this.waiting.get(id)?.(choices);
    this.waiting.delete(id);
  }
}
