import type { RawArticle } from '../article/raw-article.js';

/** What reads the formats. Each throws a UserError with the reason why something cannot be read. */
export interface Readers {
  readPage: (content: Buffer, from: { url: string | null; contentType: string | null }) => RawArticle;
  /** The DOM of a page, to look at what it says of itself. */
  parsePage: (content: Buffer, contentType: string | null) => Document;
  /** The entries of a feed, each with the address of its page as `url`. */
  readFeed: (text: string) => RawArticle[];
  /** A text in whatever encoding it says or is in. */
  decodeText: (content: Buffer) => string;
  /** The articles of a file of any other format, which its name tells, and why some of them cannot be read. */
  readFile: (name: string, content: Buffer) => Promise<({ raw: RawArticle } | { reason: string })[]>;
}
