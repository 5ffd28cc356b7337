import { type Reading, writtenDays } from './written-days.js';

/**
 * The day that an address names: /2020/02/18/, /2020-02-18-, /20200218, /2020/feb/18/.
 * @returns YYYY-MM-DD, or null
 */
export function addressDay(address: string, reading: Reading): string | null {
  const path = address
    .replace(/[?#].*$/s, '')

    .replace(/^https?:\/\/[^/]*/i, '');
  const numbers = /(?<!\d)((?:19|20)\d{2})([/_-]?)(\d{2})\2(\d{2})(?!\d)/.exec(path);
  const words = /\/(\d{4})\/([a-z]{3,9})\/(\d{1,2})\//i.exec(path);
  const text = numbers
    ? `${numbers[1]}-${numbers[3]}-${numbers[4]}`
    : words
      ? `${words[3]} ${words[2]} ${words[1]}`
      : '';
  return writtenDays(text, reading)[0]?.day ?? null;
}
