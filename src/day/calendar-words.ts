import { toLatin } from '../words/letters.js';

/** Languages whose names of months and days are read; more cost nothing but the time to ask for them. */
const LANGUAGES = ['en', 'de', 'ru', 'uk', 'fr', 'es', 'pl', 'it', 'nl'];

/** The names of months (0 to 11) and of days of the week (0 is Sunday), as they are written and bent, folded. */
export interface CalendarWords {
  months: [string, number][];
  weekdays: [string, number][];
}

let words: CalendarWords | null = null;

/** Asked of the runtime's own locale data (Unicode CLDR) once, at the first question: it takes some 20 ms. */
export function calendarWords(): CalendarWords {
  words ??= { months: namesOf(12, { month: 'long' }), weekdays: namesOf(7, { weekday: 'long' }) };
  return words;
}

function namesOf(count: number, style: { month: 'long' } | { weekday: 'long' }): [string, number][] {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    // With a day beside it, a month is written as it is in a date: "февраля", where it alone is "февраль".
    const formats = ['month' in style ? { ...style, day: 'numeric' as const } : style, style];
    for (const format of formats.map(
      (options) => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }),
    )) {
      for (let i = 0; i < count; i++) {
        // The first of January 2023 was a Sunday.
        const date = 'month' in style ? Date.UTC(2023, i, 15) : Date.UTC(2023, 0, 1 + i);
        const part = format.formatToParts(date).find(({ type }) => type === 'month' || type === 'weekday');
        if (part) names.set(toLatin(part.value), i);
      }
    }
  }
  return [...names];
}

/** Whether a word names a month or a day of the week. */
export function isCalendarWord(word: string): boolean {
  const { months, weekdays } = calendarWords();
  return numberOf(word, months) !== null || numberOf(word, weekdays) !== null;
}

/**
 * Which month or day of the week a word names, if any: a name, its first three letters or more ("Feb."), or a name in
 * another case, which differs in its last letters ("во вторник", "we środę").
 */
export function numberOf(word: string, names: [string, number][]): number | null {
  const folded = toLatin(word);
  if (folded.length < 3) return null;
  const exact = names.find(([name]) => name === folded);
  const short = exact ?? names.find(([name]) => name.startsWith(folded));
  const bent =
    short ??
    names.find(
      ([name]) => name.length > 4 && folded.length <= name.length + 1 && folded.startsWith(name.slice(0, -1)),
    );
  return bent?.[1] ?? null;
}
