import type { PageLine } from './page-lines.js';

const MOST_LINES = 3000;
/** English is written in both orders, and so are pages that say nothing of their language. */
const BOTH = /^(?:en|fil)(?:-US)?$/;

/**
 * Whether a page writes the day before the month in dates such as 03/04/2020: as it does where one of them is above 12,
 * else as its language does.
 * @returns null where neither tells
 */
export function dayComesFirst(lines: PageLine[], language: string | null): boolean | null {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const { text } of lines.slice(0, MOST_LINES)) {
    for (const [, first, second] of text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/\d{2,4}(?![\d/])/g)) {
      if (Number(first) > 12 && Number(second) <= 12) dayFirst++;
      if (Number(second) > 12 && Number(first) <= 12) monthFirst++;
    }
  }
  if (dayFirst !== monthFirst) return dayFirst > monthFirst;
  return language === null || BOTH.test(language) ? null : true;
}
