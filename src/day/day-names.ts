import { calendarWords } from './calendar-words.js';
import type { Day } from './days.js';

/** The words under which a day can be found: 2025-02-08 under its numbers, "8", and the names of February. */
export function dayNames(day: Day): string {
  const [, month, date] = day.split('-').map(Number);
  const names = [...calendarWords().months].filter(([, number]) => number + 1 === month);
  return [day, date, ...names.map(([name]) => name)].join(' ');
}
