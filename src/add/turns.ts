import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Spaces requests out, so that no host is asked again before some time has passed.
 * @param betweenMs in milliseconds
 * @returns a function that resolves when the host may be asked
 */
export function createTurns(betweenMs: number): (hostname: string) => Promise<void> {
  const next = new Map<string, number>();
  return async (hostname) => {
    const now = performance.now();
    const turn = Math.max(now, next.get(hostname) ?? 0);
    next.set(hostname, turn + betweenMs);
    if (turn > now) await sleep(turn - now);
  };
}
