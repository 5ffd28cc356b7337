import stringWidth from 'string-width';

/** Of a terminal: a Chinese character takes two columns, an accent that follows its letter none. */
export const widthOf = (text: string): number => stringWidth(text);

/** A text in just so many columns: filled with spaces, or cut with "…" at its end. */
export function fit(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const shown = widthOf(text) <= width ? text : cut(text, width);
  const spaces = ' '.repeat(Math.max(0, width - widthOf(shown)));
  return align === 'left' ? shown + spaces : spaces + shown;
}

const letters = new Intl.Segmenter();

function cut(text: string, width: number): string {
  let shown = '';
  let room = width - 1;
  for (const { segment } of letters.segment(text)) {
    room -= widthOf(segment);
    if (room < 0) break;
    shown += segment;
  }
  return `${shown.trimEnd()}…`;
}

/**
 * Widths of columns in so much room: what all want, or else the widest get less, each down to its least width.
 * @param wanted the widest text of each column
 */
export function shareRoom(wanted: readonly number[], least: readonly number[], room: number): number[] {
  const widths = wanted.map((want, i) => Math.min(want, least[i] ?? want));
  let left = room - widths.reduce((sum, width) => sum + width, 0);
  // The narrowest of those that want more first, so that short columns are whole and long ones share the rest.
  const unsatisfied = wanted.map((_, i) => i).filter((i) => (widths[i] ?? 0) < (wanted[i] ?? 0));
  unsatisfied.sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0));
  for (const [place, i] of unsatisfied.entries()) {
    const share = Math.floor(left / (unsatisfied.length - place));
    const more = Math.max(0, Math.min(share, (wanted[i] ?? 0) - (widths[i] ?? 0)));
    widths[i] = (widths[i] ?? 0) + more;
    left -= more;
  }
  return widths;
}
