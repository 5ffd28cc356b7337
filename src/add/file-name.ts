import type { RawArticle } from '../article/raw-article.js';
import { toLatin, wordsOf } from '../words/letters.js';

/** In characters; with its number and its ending a name stays at some 80. */
const LONGEST = { publisher: 30, stem: 74 };

/** Names of devices, which Windows gives to no file, whatever its ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name for an article's file, without its ending: its date, publisher and title in small Latin letters, digits and
 * hyphens, which every system can write. It may be taken already.
 */
export function fileStem({ date, publisher, title, text }: RawArticle): string {
  const from = publisher === null ? '' : slug(publisher.replace(/^the /i, ''), LONGEST.publisher);
  const parts = [date ?? '', from, slug(title ?? '', LONGEST.stem) || slug(text, LONGEST.stem)];
  const stem = cut(parts.filter((part) => part !== '').join('-'), LONGEST.stem);
  if (stem === '') return 'article';
  return RESERVED.test(stem) ? `article-${stem}` : stem;
}

function slug(text: string, longest: number): string {
  // More than enough, in whatever script: a text may have millions of characters.
  const words = wordsOf(text.slice(0, 1_000).replace(/['’]/g, ''));
  return cut(
    words
      .map(toLatin)
      .filter((word) => word !== '')
      .join('-'),
    longest,
  );
}

/** Cut between two words, or within one that is too long by itself. */
function cut(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const end = words.lastIndexOf('-', longest);
  return words.slice(0, end > 0 ? end : longest);
}
