import type { Day } from './days.js';

/**
 * A day as a language writes it: "Feb 26, 2025", "26. Feb. 2025"; of one without a year, "February 26". Text, since
 * Discord's own timestamps would shift a day with the reader's time zone.
 * @param tag of the language, BCP 47; one with a region ("en-GB") writes it as people do there
 */
export function dayInWords(day: Day, tag: string): string {
  const hasYear = !day.startsWith('--');
  const format = new Intl.DateTimeFormat(tag, {
    ...(hasYear ? { year: 'numeric', month: 'short' } : { month: 'long' }),
    day: 'numeric',
    timeZone: 'UTC',
  });
  // A leap year has every day that there is.
  return format.format(new Date(`${hasYear ? day : `2024-${day.slice(2)}`}T00:00Z`));
}
