import { daysIn } from '../day/days.js';

/** A moment in seconds, or thousandths, since 1970; less than this is a year, a number of a day, or nonsense. */
const FIRST_SECOND = Date.UTC(1975) / 1000;
const LAST_SECOND = Date.UTC(2100) / 1000;

const ISO = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:T|$)/;
const IN_SLASHES = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/;

/**
 * The day that a date in a file names, as it is written there: of "2025-02-19T22:10:00Z" it is the 19th, wherever the
 * reader is. A number of seconds or thousandths since 1970 gives the day in UTC.
 * @param value what stands in the file: a text, a number, or an object as a database writes one
 * @returns YYYY-MM-DD, or null where it is no day, or "2/3/2025" may be either of two
 */
export function dayOfValue(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && '$date' in value) return dayOfValue(value.$date);
  if (typeof value === 'number') return dayOfMoment(value) ?? dayOfText(String(value));
  if (typeof value !== 'string') return null;
  return /^\s*\d{9,13}(?:\.\d+)?\s*$/.test(value) ? dayOfMoment(Number(value)) : dayOfText(value);
}

function dayOfMoment(moment: number): string | null {
  const seconds = moment > LAST_SECOND ? moment / 1000 : moment;
  if (!(seconds >= FIRST_SECOND && seconds < LAST_SECOND)) return null;
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function dayOfText(text: string): string | null {
  const [, year, month, day] = ISO.exec(text) ?? COMPACT.exec(text) ?? [];
  if (year && month && day) return dayOf(year, month, day);
  const [, first, second, slashYear] = IN_SLASHES.exec(text) ?? [];
  if (first && second && slashYear) {
    const days = new Set([dayOf(slashYear, first, second), dayOf(slashYear, second, first)]);
    days.delete(null);
    return days.size === 1 ? ([...days][0] ?? null) : null;
  }
  const named = daysIn(text).filter((one) => /^\d{4}-/.test(one));
  return named.length === 1 ? dayOfText(named[0] ?? '') : null;
}

function dayOf(year: string, month: string, day: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}
