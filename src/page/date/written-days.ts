import { calendarDay } from './calendar-day.js';
import { DAY_FORMS } from './day-forms.js';
import { withLatinDigits } from './digits.js';
import { monthOf } from './month-names.js';

/** A day as it stands in a text. */
export interface WrittenDay {
  /** YYYY-MM-DD. */
  day: string;
  /** UTF-16 offsets into the text, `end` exclusive. */
  start: number;
  end: number;
  /** The day that it is as well if 03/04/2020 is read the other way round, where nothing tells which is meant. */
  other?: string;
}

/** How the days of a page are to be read. */
export interface Reading {
  /** The page's language: its names of months come first. */
  language: string | null;
  /** Whether 03/04/2020 is in April or in March; null where neither is known. */
  isDayFirst: boolean | null;
  /** No day after it is believed. */
  now: Date;
}

/**
 * The days that stand in a text with their year, in numbers or words, in any language that the runtime knows, and in the
 * digits of any script. A day without a year, or without a day of the month, is none.
 * @param text a line: the work grows with the square of its length
 */
export function writtenDays(text: string, reading: Reading): WrittenDay[] {
  const latin = withLatinDigits(text);
  const found: WrittenDay[] = [];
  for (const form of DAY_FORMS) {
    for (const match of latin.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      const [day, other] = readingsOf(match.groups ?? {}, reading);
      if (day === undefined || found.some((one) => one.start < end && start < one.end)) continue;
      found.push({ day, start, end, ...(other !== undefined && { other }) });
    }
  }
  return found.sort((one, next) => one.start - next.start);
}

/** The days that the parts of a date may mean: one, none, or two of which the first is likelier. */
function readingsOf(
  parts: Record<string, string | undefined>,
  { language, isDayFirst, now }: Reading,
): string[] {
  const { year, short, reiwa, month, name, day, first, second, sign } = parts;
  const inYear = reiwa === undefined ? yearOf(year ?? short ?? '') : Number(reiwa) + 2018;
  const read = (inMonth: number, onDay: number): string[] =>
    [calendarDay(inYear, inMonth, onDay, now)].filter((one) => one !== null);
  if (name !== undefined) return read(monthNamed(name, language), Number(day));
  if (month !== undefined) return read(Number(month), Number(day));
  const dayFirst = read(Number(second), Number(first));
  const monthFirst = read(Number(first), Number(second));
  if (sign === '.') return dayFirst;
  if (isDayFirst === null) return [...new Set([...dayFirst, ...monthFirst])];
  const [wanted, unwanted] = isDayFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return wanted.length > 0 ? wanted : unwanted;
}

/** A year of two digits is one of the web's. */
const yearOf = (digits: string): number =>
  digits.length === 2 ? Number(digits) + (Number(digits) >= 95 ? 1900 : 2000) : Number(digits);

const monthNamed = (name: string, language: string | null): number =>
  monthOf(name, language) ?? monthOf(name.replace(/\s.*/s, ''), language) ?? 0;
