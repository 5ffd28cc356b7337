import { createHash } from 'node:crypto';
import { ADDED } from '../article/front-matter.js';

/**
 * A line at the end of the front matter tells on which day a file was written, and the hash of all the rest of it: a
 * file that has another hash was edited by a person since.
 */
const MARK = new RegExp(String.raw`^${ADDED}: \d{4}-\d{2}-\d{2} sha256-(?<sha256>[0-9a-f]{64})\n`, 'm');
const END = '\n---\n';

/**
 * Adds the mark to a file.
 * @param file opens with front matter that holds at least one fact, and has line feeds for line ends
 * @param day YYYY-MM-DD
 */
export function withMark(file: string, day: string): string {
  const end = file.indexOf(END) + 1;
  return `${file.slice(0, end)}${ADDED}: ${day} sha256-${sha256(file)}\n${file.slice(end)}`;
}

export interface Mark {
  /** Of the file as it was written, without its mark. */
  written: string;
  /** Of the file as it is, without its mark. */
  now: string;
}

/**
 * Reads the mark of a file; null where it has none, so that a person wrote it, or took it over by deleting the mark.
 * @param file as it stands on the disk; other line ends, which some editors and git write, are no edit
 */
export function readMark(file: string): Mark | null {
  const text = file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  // The text of an article may hold such a line as well.
  const end = text.indexOf(END) + 1;
  const found = MARK.exec(text.slice(0, end));
  const written = found?.groups?.['sha256'];
  if (!found || written === undefined) return null;
  const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  return { written, now: sha256(rest) };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
