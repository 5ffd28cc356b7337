import { toLatin } from '../words/letters.js';

/** Languages whose names of months and days are read. */
const LANGUAGES = ['en', 'en-GB', 'de', 'ru', 'uk', 'fr', 'es', 'pl'];
/** Those whose short names are read too ("Feb."); in others they are words of another language ("sie" in Polish). */
const SHORT = ['en', 'en-GB', 'de', 'fr', 'es'];

/** The numbers of months (0 to 11) and of days of the week (0 is Sunday), by their names in small Latin letters. */
export interface CalendarWords {
  months: Map<string, number>;
  weekdays: Map<string, number>;
}

let words: CalendarWords | null = null;

/** Asked of the runtime's own locale data (Unicode CLDR) once, at the first question: it takes some 20 ms. */
export function calendarWords(): CalendarWords {
  words ??= { months: monthNames(), weekdays: weekdayNames() };
  return words;
}

/** Which month or day of the week a word names, if any. */
export function numberOf(word: string, names: Map<string, number>): number | null {
  return names.get(toLatin(word)) ?? null;
}

/** Whether a word names a month or a day of the week. */
export function isCalendarWord(word: string): boolean {
  const { months, weekdays } = calendarWords();
  return numberOf(word, months) !== null || numberOf(word, weekdays) !== null;
}

function monthNames(): Map<string, number> {
  const dates = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 15));
  const names = new Map<string, number>();
  const add = (language: string, options: Intl.DateTimeFormatOptions): void =>
    addNames(names, language, options, 'month', dates);
  for (const language of LANGUAGES) {
    add(language, { month: 'long' });
    // With a day beside it, a month is written as it is in a date: "февраля", where it alone is "февраль".
    add(language, { month: 'long', day: 'numeric' });
  }
  for (const language of SHORT) add(language, { month: 'short' });
  return names;
}

function weekdayNames(): Map<string, number> {
  // The first of January 2023 was a Sunday.
  const dates = Array.from({ length: 7 }, (_, weekday) => Date.UTC(2023, 0, 1 + weekday));
  const names = new Map<string, number>();
  for (const language of LANGUAGES) addNames(names, language, { weekday: 'long' }, 'weekday', dates);
  // "on Wednesday" in the Slavic languages: "в среду", "we środę".
  for (const [name, weekday] of [...names]) {
    if (name.endsWith('a')) for (const end of ['u', 'e']) names.set(name.slice(0, -1) + end, weekday);
  }
  return names;
}

function addNames(
  names: Map<string, number>,
  language: string,
  options: Intl.DateTimeFormatOptions,
  type: 'month' | 'weekday',
  dates: number[],
): void {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  for (const [number, date] of dates.entries()) {
    const part = format.formatToParts(date).find((one) => one.type === type);
    if (part) names.set(toLatin(part.value), number);
  }
}
