import { LONGEST_ADDRESS, percentEncoded, webAddress } from './markdown.js';

/** A sentence of so many words is named whole: no longer than its first and last ones would be. */
const WHOLE = 10;
/**
 * A longer one by so many of its first and of its last words, fewer where there is no room: two of them still seldom
 * begin one sentence and end the next.
 */
const AT_EACH_END = [5, 4, 3, 2];

/**
 * The address of a sentence in an article: a browser scrolls to it and marks it ("Text Fragments",
 * https://wicg.github.io/scroll-to-text-fragment/).
 * @param address of the article; a fragment that it has is kept
 * @returns the article's own address where no words of the sentence find room; null where that has none either, or is
 *   none of the web
 */
export function addressOfSentence(address: string, sentence: string): string | null {
  const url = webAddress(address);
  if (url === null || url.length > LONGEST_ADDRESS) return null;
  const [page = '', fragment = ''] = url.split(/#(.*)/s);
  // Another text in it would be marked instead.
  const own = fragment.split(':~:')[0];
  const addresses = textsOf(sentence).map((text) => `${page}#${own}:~:text=${text}`);
  return addresses.find(({ length }) => length <= LONGEST_ADDRESS) ?? url;
}

/** The ways to name a sentence, the surest first. */
function textsOf(sentence: string): string[] {
  const lines = sentence.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  // The first words and the last ones may stand in different paragraphs, but neither of them in two.
  const [first, last] = [wordsOf(lines[0] ?? ''), wordsOf(lines.at(-1) ?? '')];
  if (first.length === 0) return [];
  const whole = lines.length === 1 && first.length <= WHOLE ? [encoded(first)] : [];
  const isLong = (count: number): boolean => lines.length > 1 || first.length > 2 * count;
  const ends = AT_EACH_END.filter(isLong).map(
    (count) => `${encoded(first.slice(0, count))},${encoded(last.slice(-count))}`,
  );
  return [...whole, ...ends];
}

/** The words of a line, as they stand in it: browsers look for whole ones, in Chinese and Thai too. */
function wordsOf(line: string): string[] {
  const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(line)];
  const starts = words.filter(({ isWordLike }) => isWordLike).map(({ index }) => index);
  // Each with what stands between it and the next one.
  return starts.map((start, i) => line.slice(start, starts[i + 1]));
}

/** Words in a row. What divides a fragment is encoded in them, and what may not stand in a link. */
function encoded(words: string[]): string {
  const text = words.join('').trim().replace(/\s+/g, ' ');
  // Half a character, which an address cannot hold, is replaced on the way through UTF-8.
  return encodeURIComponent(Buffer.from(text).toString()).replace(/[-!'()*_~]/g, percentEncoded);
}
