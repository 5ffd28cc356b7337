import { readFileSync } from 'node:fs';
import type { Place } from './segment.js';

/** What stands beside a segment while it is written: its maker, and a line for each text in it. */
export const JOURNAL = '.journal';

/** The same file, when the segment belongs to a build and is never written to again. */
export const FINISHED_JOURNAL = '.finished';

/** The segment that a file belongs to: itself, or one of its journals. */
export const segmentOf = (file: string): string => file.replace(/\.(?:journal|finished)$/, '');

/** A line of a journal: where a text lies, and its key. */
export type Entry = Omit<Place, 'segment'> & { key: string };

/** A journal, with the entries before the first that cannot be read. */
export interface Journal {
  maker: string;
  entries: Entry[];
}

export function readJournal(path: string): Journal {
  const [maker = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const entries: Entry[] = [];
  // What follows the last line feed was cut off.
  for (const line of lines.slice(0, -1)) {
    const entry = readEntry(line);
    if (!entry) break;
    entries.push(entry);
  }
  return { maker, entries };
}

export const entryLine = ({ key, offset, length, partEnds, crc }: Entry): string =>
  `${JSON.stringify({ key, offset, length, partEnds, crc } satisfies Entry)}\n`;

function readEntry(line: string): Entry | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
