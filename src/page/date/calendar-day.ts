/** The first web page is of 1991, the first newspapers on the web of 1995. */
const FIRST_YEAR = 1995;
const HOUR = 60 * 60 * 1000;

const persian = new Intl.DateTimeFormat('en-u-ca-persian', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

/**
 * A day as YYYY-MM-DD, of a year that may be counted in another way: in the Buddhist era of Thailand
 * (2563) or in the Persian solar calendar (1399).
 * @returns null for a day that does not exist, or on which no web page was published: before 1995 or after tomorrow (it
 *   may be tomorrow already where the page is from)
 */
export function calendarDay(year: number, month: number, day: number, now: Date): string | null {
  if (year >= 1370 && year <= 1450) return fromPersian(year, month, day, now);
  const common = year > 2500 && year < 2600 ? year - 543 : year;
  const date = new Date(Date.UTC(common, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return common >= FIRST_YEAR && date.getTime() < now.getTime() + 14 * HOUR
    ? date.toISOString().slice(0, 10)
    : null;
}

/** The Persian year begins at the spring equinox: its first six months have 31 days, the others 30 or less. */
function fromPersian(year: number, month: number, day: number, now: Date): string | null {
  const inYear = (month - 1) * 30 + Math.min(month - 1, 6) + day - 1;
  for (const equinox of [20, 21, 19, 22]) {
    const date = new Date(Date.UTC(year + 621, 2, equinox + inYear));
    const parts = persian.formatToParts(date);
    const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    if (value('month') === month && value('day') === day && value('year') === year) {
      return calendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), now);
    }
  }
  return null;
}
