import type { Quote } from './answer.js';

/** So many of the best are ordered, and so many of them are a page. */
export const QUOTES_ON_A_TIMELINE = 10;
export const QUOTES_ON_A_PAGE = 5;

/**
 * Quotes in the order of their days, those without a day last; of a day, the better one first.
 * @param quotes the best first: where there are more, those are left out that fit the question least
 */
export function byDay(quotes: readonly Quote[]): Quote[] {
  // "~" comes after every digit.
  const day = ({ article }: Quote): string => article.date ?? '~';
  const best = quotes.slice(0, QUOTES_ON_A_TIMELINE);
  return best.sort((one, other) => (day(one) < day(other) ? -1 : Number(day(one) > day(other))));
}
