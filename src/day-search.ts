import { calendarWords } from './day/calendar-words.js';
import { type Day, daysIn, isSameDay } from './day/days.js';
import { NameSearch } from './name-search.js';

/** Finds days by what is typed of them so far: their numbers, and names of months in several languages. */
export class DaySearch {
  private readonly months: NameSearch<string>;

  /** @param days YYYY-MM-DD, in the order in which they are found */
  constructor(private readonly days: readonly Day[]) {
    const names = [...calendarWords().months];
    const months = Array.from({ length: 12 }, (_, month) => month);
    this.months = new NameSearch(months.map(monthOf), (month) =>
      names.flatMap(([name, number]) => (monthOf(number) === month ? name : [])).join(' '),
    );
  }

  find(typed: string): Day[] {
    const start = typed.trim();
    const asked = daysIn(typed);
    const same = this.days.filter((day) => day.startsWith(start) || asked.some((one) => isSameDay(one, day)));
    return same.length > 0 ? same : this.near(typed);
  }

  private near(typed: string): Day[] {
    const numbers = typed.match(/\d+/g) ?? [];
    const words = typed.match(/\p{L}+/gu) ?? [];
    if (numbers.length + words.length === 0) return [];
    const months = words.length > 0 ? this.months.find(words.join(' ')) : null;
    return this.days.filter((day) => {
      const [year = '', month = '', date = ''] = day.split('-');
      const isAsked = (number: string): boolean => {
        if (number.length > 2) return year.startsWith(number);
        // Beside the name of a month, a small number is the day.
        return begins(number, date) || (months === null && begins(number, month));
      };
      return (months?.includes(month) ?? true) && numbers.every(isAsked);
    });
  }
}

const monthOf = (number: number): string => `${number + 1}`.padStart(2, '0');

/** "2" is the 2nd, or the beginning of the 20th. */
const begins = (number: string, part: string): boolean =>
  part.startsWith(number) || part === number.padStart(2, '0');
