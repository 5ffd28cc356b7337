import type { RawArticle } from '../article/raw-article.js';

/** An article of a file. */
export interface ReadEntry {
  raw: RawArticle;
  /** Whether its reader has left out what is around an article, as that of web pages does. */
  isPage: boolean;
  /** What stands in its front matter and is not read. */
  unknown: string[];
  /** Which it is in its file ("line 3"); null where it is all of the file. */
  where: string | null;
}

/** One of the articles that a file may hold, or why it is none. */
export type Entry = ReadEntry | { reason: string };

/** A day that a file states, with where it stands in the file. */
export function statedDay(
  date: string | null,
  reason: string,
): Pick<RawArticle, 'date' | 'dateSource' | 'dateReason'> {
  if (date === null) return { date, dateSource: null, dateReason: null };
  return { date, dateSource: 'stated', dateReason: reason };
}
