import { calendarWords, numberOf } from './calendar-words.js';

/** A day: YYYY-MM-DD, or --MM-DD (ISO 8601) where the year is not said. */
export type Day = string;

/** 2025-02-26, 26.02.2025, or 26.02. */
const IN_NUMBERS = /\b(\d{4})-(\d{2})-(\d{2})\b|\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4})\b|(?!\d))/g;
/** "26 de febrero de 2025", "26. Februar", "26th of February". */
const DAY_FIRST =
  /(?<!\p{N})(\d{1,2})(?:st|nd|rd|th|er|[.º°]|-?го)?\s+(?:(?:of|de|del|di)\s+)?(\p{L}{3,})\.?(?:,?\s+(?:de\s+)?(\d{4})(?!\p{N}))?/gu;
/** "Feb. 26, 2025", "February 26th". */
const MONTH_FIRST = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\p{N}|[.,:]\d)(?:,?\s+(\d{4})(?!\p{N}))?/gu;

/**
 * The days that a text names, in any of some languages.
 * @param published the day of publication, from which a day without a year has the year that brings it nearest, and a
 *   day of the week is the nearest one: news name those of the days around it
 */
export function daysIn(text: string, published: Day | null = null): Day[] {
  const days = new Set<Day>();
  const add = (year: string | undefined, month: number, day: number): void => {
    if (isDay(month, day)) days.add(dayOf(year ?? null, month, day, published));
  };
  for (const [, year, month, day, day2, month2, year2] of text.matchAll(IN_NUMBERS)) {
    if (year) add(year, Number(month) - 1, Number(day));
    else add(year2, Number(month2) - 1, Number(day2));
  }
  const { months } = calendarWords();
  for (const [, day, word = '', year] of text.matchAll(DAY_FIRST))
    add(year, numberOf(word, months) ?? -1, Number(day));
  for (const [, word = '', day, year] of text.matchAll(MONTH_FIRST))
    add(year, numberOf(word, months) ?? -1, Number(day));
  if (published !== null) for (const day of weekdaysIn(text, published)) days.add(day);
  return [...days];
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) ?? false;
}

/** Whether two days may be the same: one may lack its year. */
export function isSameDay(one: Day, other: Day): boolean {
  return (
    one === other || ((one.startsWith('-') || other.startsWith('-')) && one.slice(-5) === other.slice(-5))
  );
}

/** Whether some year has the day. */
function isDay(month: number, day: number): boolean {
  return month >= 0 && day >= 1 && new Date(Date.UTC(2024, month, day)).getUTCMonth() === month;
}

function dayOf(year: string | null, month: number, day: number, published: Day | null): Day {
  const rest = `${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year !== null) return `${year}-${rest}`;
  if (published === null) return `--${rest}`;
  const around = Number(published.slice(0, 4));
  const candidates = [around, around - 1, around + 1].map((candidate) => `${candidate}-${rest}`);
  return candidates.reduce((best, other) =>
    distance(other, published) < distance(best, published) ? other : best,
  );
}

function weekdaysIn(text: string, published: Day): Day[] {
  const { weekdays } = calendarWords();
  const today = new Date(published);
  return (text.match(/[\p{L}’']{5,}/gu) ?? []).flatMap((word) => {
    const weekday = numberOf(word, weekdays);
    if (weekday === null) return [];
    // From three days before to three days after.
    const ahead = ((weekday - today.getUTCDay() + 10) % 7) - 3;
    return [new Date(today.getTime() + ahead * DAY).toISOString().slice(0, 10)];
  });
}

const DAY = 24 * 60 * 60 * 1000;

const distance = (one: Day, other: Day): number => Math.abs(Date.parse(one) - Date.parse(other));
