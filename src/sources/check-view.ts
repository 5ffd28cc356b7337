import pico from 'picocolors';
import type { Skipped } from '../article/seed-files.js';
import { fit, widthOf } from '../columns.js';
import { printable } from '../printable.js';
import type { TerminalStyle } from '../terminal-lines.js';
import type { Finding } from './check.js';

/** Of each finding, so many places are listed; the others are only counted. */
const MOST_PLACES = 50;

/** Findings as lines: what it is, what to do, and where. */
export function checkView(findings: readonly Finding[], { colour, width }: TerminalStyle): string {
  const paint = pico.createColors(colour);
  const line = (text: string): string => (width === null || widthOf(text) <= width ? text : fit(text, width));
  const blocks = findings.map(({ is, advice, places }) => {
    const shown = places.slice(0, MOST_PLACES).map(({ place, found }) => {
      const what = found === null ? '' : `: ${found.replace(/\s+/g, ' ')}`;
      return line(`  ${printable(place + what)}`);
    });
    const more = places.length - shown.length;
    return [
      paint.bold(`${places.length.toLocaleString('en')} ${is[places.length === 1 ? 0 : 1]}`),
      `  ${paint.dim(advice)}`,
      ...shown,
      ...(more > 0 ? [`  and ${more.toLocaleString('en')} more`] : []),
    ].join('\n');
  });
  return blocks.length > 0 ? blocks.join('\n\n') : 'Nothing was found that should be mended.';
}

/** What was not read, as a finding among the others. */
export function unreadFindings(
  skipped: readonly Skipped[],
  unread: readonly { file: string; names: string[] }[],
): Finding[] {
  const findings: Finding[] = [
    {
      is: ['file or entry was not read', 'files or entries were not read'],
      advice: 'Mend what is said of it, or take it out of the folder.',
      places: skipped.map(({ file, reason }) => ({ place: file, found: reason })),
    },
    {
      is: [
        'file says more in its front matter than is read',
        'files say more in their front matter than is read',
      ],
      advice: 'See whether a name is misspelt.',
      places: unread.map(({ file, names }) => ({ place: file, found: names.join(', ') })),
    },
  ];
  return findings.filter(({ places }) => places.length > 0);
}
