import { type Article, summaryOf } from '../article/article.js';
import { type Column, drawTable } from '../table.js';
import type { TerminalStyle } from '../terminal-lines.js';
import { titleOf } from '../view.js';
import { placeOf } from './place-of.js';

const COLUMNS: Column<Article>[] = [
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

/** Articles as a table that fits the terminal, one a line. */
export function sourcesTable(articles: readonly Article[], style: TerminalStyle): string {
  return drawTable(COLUMNS, articles, style);
}

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
