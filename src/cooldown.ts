/** How long somebody has to wait before the next turn. Kept in memory only, and forgotten when it is over. */
export class Cooldown {
  /** When each wait ends; all are equally long, so that the first to begin is the first to end. */
  private readonly ends = new Map<string, number>();

  /**
   * @param seconds of a wait; 0 for none
   * @param now a clock in milliseconds that never goes back, such as `performance.now`
   */
  constructor(
    private readonly seconds: number,
    private readonly now: () => number,
  ) {}

  /** How many are waiting. */
  get size(): number {
    this.forget();
    return this.ends.size;
  }

  /** Whole seconds that are left, rounded up: 0 where the next turn may come. */
  left(key: string): number {
    return Math.max(0, Math.ceil(((this.ends.get(key) ?? 0) - this.now()) / 1000));
  }

  /** Begins a wait. */
  start(key: string): void {
    this.forget();
    if (this.seconds === 0) return;
    this.ends.delete(key);
    this.ends.set(key, this.now() + this.seconds * 1000);
  }

  private forget(): void {
    const now = this.now();
    for (const [key, end] of this.ends) {
      if (end > now) return;
      this.ends.delete(key);
    }
  }
}
