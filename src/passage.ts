import type { DocumentInterface } from '@langchain/core/documents';
import type { Article, Span } from './article/article.js';
import { sentencesOf } from './sentence.js';

/** A run of whole sentences of one article: `pageContent` is `article.text.slice(start, end)`. */
export type Passage = DocumentInterface<{
  /** The article's id. */
  article: string;
  /** The article's title, or nothing: put in front of a passage where it is embedded, since few passages name it. */
  heading: string;
  start: number;
  end: number;
  /** The sentences, as offsets into the article's text. */
  sentences: Span[];
}>;

/** How long passages are, in words; a sentence longer than that is a passage of its own. */
export interface PassageSize {
  words: number;
  /** At most so many words at the end of a passage stand at the start of the next one too. */
  overlap: number;
}

/**
 * An answer often straddles a boundary, and sentences of news are long: with 40 words of overlap most passages open
 * with the sentence that ends the one before, with 20 few do. On XQuAD (240 English paragraphs, 1,190 questions) the
 * nearest passage was of the right paragraph in .945 with 80/40, .943 with 80/20, .945 with 60/15 and .936 with 100/25.
 */
export const PASSAGE_SIZE: PassageSize = { words: 80, overlap: 40 };

/**
 * Cuts an article into passages.
 * @returns in the order of the text; together they hold every sentence, and none crosses a cut of the article
 */
export function passagesOf(article: Article, size: PassageSize = PASSAGE_SIZE): Passage[] {
  return sectionsOf(article).flatMap(({ start, end }) => {
    const sentences = sentencesOf(article.text.slice(start, end), article.language).map((sentence) => ({
      start: start + sentence.start,
      end: start + sentence.end,
    }));
    return windowsOf(article.text, sentences, size).map((window) => passageOf(article, window));
  });
}

/** A title that is longer would leave a model no room for the passage. */
const LONGEST_HEADING = 200;

/** What stands over each passage of an article: its title, or nothing. */
export function headingOf({ title }: Pick<Article, 'title'>): string {
  return title?.slice(0, LONGEST_HEADING) ?? '';
}

function passageOf(article: Article, sentences: [Span, ...Span[]]): Passage {
  const [{ start }] = sentences;
  const { end } = sentences.at(-1) ?? sentences[0];
  return {
    pageContent: article.text.slice(start, end),
    metadata: {
      article: article.id,
      heading: headingOf(article),
      start,
      end,
      sentences,
    },
  };
}

/** What a model is given of a passage, and where the passage starts in it. */
export function withHeading({ pageContent, metadata }: Passage): { text: string; start: number } {
  const heading = metadata.heading === '' ? '' : `${metadata.heading}\n`;
  return { text: heading + pageContent, start: heading.length };
}

function sectionsOf({ text, cuts }: Article): Span[] {
  const ends = [...new Set([...cuts.map(({ at }) => at), text.length])].filter((at) => at > 0);
  return ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end }));
}

/** Runs of sentences, each as long as the size allows, each but the first opening with the end of the one before. */
function windowsOf(text: string, sentences: Span[], size: PassageSize): [Span, ...Span[]][] {
  const words = sentences.map((sentence) => lengthOf(text, sentence));
  const count = (from: number, to: number): number =>
    words.slice(from, to).reduce((total, number) => total + number, 0);
  const windows: [Span, ...Span[]][] = [];
  let first = 0;
  let covered = 0;
  while (covered < sentences.length) {
    // At least one sentence that is not yet covered, and then as many as fit.
    let end = covered + 1;
    while (end < sentences.length && count(first, end + 1) <= size.words) end++;
    // A heading belongs to what follows it.
    while (end < sentences.length && end > covered + 1 && isHeading(text, sentences[end - 1])) end--;
    const [head, ...tail] = sentences.slice(first, end);
    if (head) windows.push([head, ...tail]);
    covered = end;
    const previous = first;
    first = end;
    while (
      first - 1 > previous &&
      count(first - 1, end) <= size.overlap &&
      count(first - 1, end + 1) <= size.words
    )
      first--;
  }
  return windows;
}

/** In words; what is written without spaces counts too, at more characters a word than any language has. */
function lengthOf(text: string, { start, end }: Span): number {
  return Math.max(text.slice(start, end).split(/\s+/).length, Math.ceil((end - start) / 12));
}

/** A line of its own that does not end as a sentence does. */
function isHeading(text: string, sentence: Span | undefined): boolean {
  if (sentence === undefined || text[sentence.end] !== '\n') return false;
  return /[\p{L}\p{N}]$/u.test(text.slice(sentence.start, sentence.end));
}
