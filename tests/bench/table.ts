/** Rows as columns that stand below each other; numbers, in the second one, end together. */
export function tableOf(rows: string[][]): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map(([what = '', number = '', goal = '']) =>
      `${what.padEnd(widths[0] ?? 0)}  ${number.padStart(widths[1] ?? 0)}  ${goal}`.trimEnd(),
    )
    .join('\n');
}
