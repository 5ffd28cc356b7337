import type { Quote } from '../quote.js';
import { LONGEST_READABLE } from '../quote-span.js';

/** The same room for each quote, in characters; what short ones leave goes to those that need more. */
export function fairShares(quotes: readonly Quote[], room: number): number[] {
  const shares = quotes.map(() => 0);
  let left = room;
  const shortestFirst = [...quotes.entries()].sort(
    ([, one], [, other]) => one.text.length - other.text.length,
  );
  for (const [position, [i, { text }]] of shortestFirst.entries()) {
    const share = Math.min(text.length, Math.floor(left / (quotes.length - position)));
    shares[i] = share;
    left -= share;
  }
  return shares;
}

/**
 * All of the first quote, unless it is longer than it takes to be readable and others need the room, and what it leaves
 * for them: on the scorecard (tests/scorecard/questions.jsonl, November 2026) the first quote was right for .67 of the
 * questions, shortened like the others for .62.
 */
export function sharesAfterFirst(quotes: readonly Quote[], room: number): number[] {
  const [first, ...others] = quotes;
  if (!first) return [];
  const left = room - others.reduce((sum, { text }) => sum + text.length, 0);
  const length = Math.min(first.text.length, Math.max(LONGEST_READABLE, left));
  return [length, ...fairShares(others, Math.max(0, room - length))];
}
