import pico from 'picocolors';
import { fit, shareRoom, widthOf } from './columns.js';
import { printable } from './printable.js';
import type { TerminalStyle } from './terminal-lines.js';

export interface Column<Row> {
  head: string;
  /** What stands in it for a row; null where it is not known. */
  cell: (row: Row) => string | null;
  /** The least width to which it shrinks; without it, it is never cut. */
  least?: number;
  align?: 'right';
}

const UNKNOWN = 'unknown';
const GAP = '  ';
/** A column is no wider than this, however long a title is. */
const WIDEST = 100;

/**
 * A table that fits the terminal, a row a line; what is not known stands out. Without a width nothing is cut but texts
 * of many words.
 */
export function drawTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { colour, width }: TerminalStyle,
): string {
  const paint = pico.createColors(colour);
  const cells = rows.map((row) => columns.map(({ cell }) => printed(cell(row))));
  const wanted = columns.map(({ head }, i) =>
    cells.reduce((most, row) => Math.min(WIDEST, Math.max(most, widthOf(row[i] ?? UNKNOWN))), widthOf(head)),
  );
  const least = columns.map((column, i) => column.least ?? wanted[i] ?? 0);
  const gaps = GAP.length * (columns.length - 1);
  const widths = width === null ? wanted : shareRoom(wanted, least, width - gaps);
  const line = (texts: (string | null)[], isHead: boolean): string =>
    texts
      .map((text, i) => {
        const shown = fit(text ?? UNKNOWN, widths[i] ?? 0, columns[i]?.align);
        if (isHead) return paint.bold(shown);
        return text === null ? paint.yellow(shown) : shown;
      })
      .join(GAP)
      .trimEnd();
  const heads = columns.map(({ head }) => head);
  return [line(heads, true), ...cells.map((row) => line(row, false))].join('\n');
}

const printed = (text: string | null): string | null => text && printable(text);
