import { createHash } from 'node:crypto';

/** What is known of an article. What is not known is null; it is never guessed silently. */
export interface ArticleFacts {
  /** Stable across rebuilds and edits of the text: it depends on `file` and `entry` alone. */
  id: string;
  /** Path below the folder of articles, with `/` on every system. */
  file: string;
  /** Counts from 0 in a file that holds several articles. */
  entry: number;
  title: string | null;
  publisher: string | null;
  authors: string[] | null;
  /** The day of publication, YYYY-MM-DD. */
  date: string | null;
  /** "stated" by the article or its front matter, or "inferred" by a person; null where there is no date. */
  dateSource: 'stated' | 'inferred' | null;
  /** A BCP 47 tag such as "en". */
  language: string | null;
  url: string | null;
  /** What a reader must know of the text ("a machine translation"); shown with every quote of it. */
  note: string | null;
}

/** What is shown of an article: all but its text, which may be long. */
export interface ArticleSummary extends ArticleFacts {
  /** How the date is known, in a person's words. */
  dateReason: string | null;
  /** The first words of its text, by which an article without a title is shown. */
  opening: string;
  /** Of its text, in UTF-16 units. */
  length: number;
}

export interface Article extends ArticleFacts {
  /** Whether its language is stated or was detected in its text; null where it is not known. */
  languageSource: 'stated' | 'detected' | null;
  /** How the date is known, in a person's words. */
  dateReason: string | null;
  /** The cleaned text: what stands in the file, less page furniture and invisible characters. */
  text: string;
  /** What was left out of the text, in its order. No passage crosses one. */
  cuts: Cut[];
}

/** Page furniture that was left out of a text. */
export interface Cut {
  /** The offset into the article's text at which it stood. */
  at: number;
  text: string;
  /** What it was taken for, such as "a caption". */
  reason: string;
  /** Whether it was found only beside other articles of its publisher, which may change: it is looked for each time. */
  isRepeated?: true;
}

/** A part of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** The id of an article: 12 hexadecimal digits. */
export function articleId(file: string, entry: number): string {
  return createHash('sha256').update(`${file}\n${entry}`).digest('hex').slice(0, 12);
}

/** The facts alone, in the order in which they are printed. */
export function factsOf(article: ArticleFacts): ArticleFacts {
  const { id, file, entry, title, publisher, authors, date, dateSource, language, url, note } = article;
  return { id, file, entry, title, publisher, authors, date, dateSource, language, url, note };
}

export function summaryOf(article: Article): ArticleSummary {
  // Not spread: V8 puts spread objects where only a full garbage collection finds them, and each quote has one of these.
  const { dateReason, text } = article;
  return Object.assign(factsOf(article), { dateReason, opening: openingWords(text), length: text.length });
}

const OPENING_WORDS = 9;

/** The words by which an article without a title is named. */
export function openingWords(text: string): string {
  const words = text.trim().split(/\s+/, OPENING_WORDS + 1);
  return words.length > OPENING_WORDS ? `${words.slice(0, OPENING_WORDS).join(' ')}…` : words.join(' ');
}
