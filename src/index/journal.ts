import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { systemCode } from '../user-error.js';
import type { Place } from './segment.js';

/** What stands beside a segment while it is written: its maker, and a line for each text in it. */
export const JOURNAL = '.journal';

/** The same file, when the segment belongs to a build and is never written to again. */
export const FINISHED_JOURNAL = '.finished';

/** The segment that a file belongs to: itself, or one of its journals. */
export const segmentOf = (file: string): string => file.replace(/\.(?:journal|finished)$/, '');

/** A line of a journal: where a text lies, and its key. */
export type Entry = Omit<Place, 'segment'> & { key: string };

/** A journal, with the lines that are as they were written. */
export interface Journal {
  maker: string;
  entries: Entry[];
}

/** One that cannot be read is as an empty one: what it tells of is embedded again. */
export function readJournal(path: string): Journal {
  const [maker = '', ...lines] = textOf(path).split('\n');
  return { maker, entries: lines.map(readEntry).filter((entry) => entry !== null) };
}

/** With a sum at its end (CRC-32), so that one that was cut off or changed shows. */
export function entryLine({ key, offset, length, partEnds, crc }: Entry): string {
  const said = JSON.stringify({ key, offset, length, partEnds, crc } satisfies Entry);
  return `${said} ${crc32(said)}\n`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return '';
  }
}

function readEntry(line: string): Entry | null {
  const end = line.lastIndexOf(' ');
  const said = line.slice(0, Math.max(0, end));
  return end >= 0 && line.slice(end + 1) === `${crc32(said)}` ? JSON.parse(said) : null;
}
