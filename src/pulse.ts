import { percentile } from './percentile.js';
import type { Running } from './view.js';

/** Answers whose times are kept: enough for a 95th percentile that means something. */
const LAST = 1_000;

/** How a running bot is doing. */
export class Pulse {
  private readonly times: number[] = [];
  private readonly started: number;

  /** @param now a clock in milliseconds that never goes back, such as `performance.now` */
  constructor(private readonly now: () => number) {
    this.started = now();
  }

  /** @param ms from the interaction to the shown answer */
  add(ms: number): void {
    this.times.push(ms);
    if (this.times.length > LAST) this.times.shift();
  }

  read(): Running {
    const within = (share: number): number => Math.round(percentile(this.times, share));
    return {
      seconds: Math.floor((this.now() - this.started) / 1000),
      times:
        this.times.length === 0 ? null : { count: this.times.length, median: within(0.5), p95: within(0.95) },
    };
  }
}
