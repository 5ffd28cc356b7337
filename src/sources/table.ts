import pico from 'picocolors';
import { type Article, summaryOf } from '../article/article.js';
import { printable } from '../printable.js';
import type { TerminalStyle } from '../terminal-lines.js';
import { titleOf } from '../view.js';
import { fit, shareRoom, widthOf } from './columns.js';
import { placeOf } from './place-of.js';

interface Column {
  head: string;
  /** What stands in it for an article; null where it is not known. */
  cell: (article: Article) => string | null;
  /** The least width to which it shrinks; without it, it is never cut. */
  least?: number;
  align?: 'right';
}

const COLUMNS: Column[] = [
  { head: 'Title', cell: (article) => titleOf(summaryOf(article)), least: 14 },
  { head: 'Publisher', cell: ({ publisher }) => publisher, least: 9 },
  { head: 'Date', cell: ({ date }) => date },
  { head: 'How known', cell: howKnown, least: 9 },
  {
    head: 'Lang',
    cell: ({ language, languageSource }) => language && language + (languageSource === 'detected' ? '~' : ''),
  },
  { head: 'Length', cell: ({ text }) => text.length.toLocaleString('en'), align: 'right' },
  { head: 'File', cell: placeOf, least: 12 },
];
const UNKNOWN = 'unknown';
const GAP = '  ';
/** A column is no wider than this, however long a title is. */
const WIDEST = 100;

/**
 * Articles as a table that fits the terminal, one a line; what is not known stands out. Without a width nothing is cut
 * but titles of many words.
 */
export function sourcesTable(articles: readonly Article[], { colour, width }: TerminalStyle): string {
  const paint = pico.createColors(colour);
  const rows = articles.map((article) => COLUMNS.map(({ cell }) => printed(cell(article))));
  const wanted = COLUMNS.map(({ head }, i) =>
    rows.reduce((most, row) => Math.min(WIDEST, Math.max(most, widthOf(row[i] ?? UNKNOWN))), head.length),
  );
  const least = COLUMNS.map((column, i) => column.least ?? wanted[i] ?? 0);
  const gaps = GAP.length * (COLUMNS.length - 1);
  const widths = width === null ? wanted : shareRoom(wanted, least, width - gaps);
  const line = (cells: (string | null)[], head: boolean): string =>
    cells
      .map((text, i) => {
        const shown = fit(text ?? UNKNOWN, widths[i] ?? 0, COLUMNS[i]?.align);
        if (head) return paint.bold(shown);
        return text === null ? paint.yellow(shown) : shown;
      })
      .join(GAP)
      .trimEnd();
  const heads = COLUMNS.map(({ head }) => head);
  return [line(heads, true), ...rows.map((row) => line(row, false))].join('\n');
}

const printed = (text: string | null): string | null => text && printable(text);

/** "stated" or "inferred", with where or why. */
function howKnown({ dateSource, dateReason }: Article): string | null {
  if (dateSource === null) return '';
  return dateReason === null ? dateSource : `${dateSource}: ${dateReason}`;
}

/** How many there are, and what is missing, in a line. */
export function summaryLine(articles: readonly Article[]): string {
  const without = (fact: 'publisher' | 'date' | 'language'): string | null => {
    const count = articles.filter((article) => article[fact] === null).length;
    return count === 0 ? null : `${count.toLocaleString('en')} without a ${fact}`;
  };
  const missing = (['date', 'publisher', 'language'] as const).map(without).filter((words) => words !== null);
  const dates = articles
    .map(({ date }) => date)
    .filter((date) => date !== null)
    .sort();
  const span = dates.length > 0 ? `dates from ${dates[0]} to ${dates.at(-1)}` : null;
  const detected = articles.some(({ languageSource }) => languageSource === 'detected') ? '~ detected' : null;
  const count = `${articles.length.toLocaleString('en')} article${articles.length === 1 ? '' : 's'}`;
  return `${[count, ...missing, span, detected].filter((words) => words !== null).join('; ')}.`;
}
