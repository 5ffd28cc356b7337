import type { Span } from './article/article.js';

/** A quote grows to this length, in characters, where there are sentences to grow by: below it lacks its context. */
const READABLE = 260;
/** It never grows beyond this length to be readable; some eighty words fit a phone's screen three times. */
const LONGEST = 480;

/**
 * The shortest readable quote around a sentence: whole sentences of one passage, the one before first, since it says
 * who "he" is; it neither starts nor ends within a quotation that the passage has whole.
 * @param sentences of the passage, ascending
 * @param best the one that answers
 */
export function quoteAround(text: string, sentences: readonly Span[], best: Span): Span {
  const at = sentences.findIndex(({ start }) => start === best.start);
  if (at < 0) return best;
  const spanOf = (first: number, last: number): Span => {
    return { start: sentences[first]?.start ?? best.start, end: sentences[last]?.end ?? best.end };
  };
  const whole = (first: number, last: number): [number, number] =>
    wholeQuotations(text, sentences, first, last);
  const fits = ([first, last]: [number, number]): boolean => lengthOf(spanOf(first, last)) <= LONGEST;
  let [first, last] = whole(at, at);
  while (lengthOf(spanOf(first, last)) < READABLE) {
    const wider: [number, number][] = [];
    if (first > 0) wider.push(whole(first - 1, last));
    if (last + 1 < sentences.length) wider.push(whole(first, last + 1));
    const next = wider.find(fits);
    if (!next) break;
    [first, last] = next;
  }
  return spanOf(first, last);
}

const lengthOf = ({ start, end }: Span): number => end - start;

/** A run of sentences, widened until the quotations in it are whole; where the passage does not have them whole, as it was. */
function wholeQuotations(
  text: string,
  sentences: readonly Span[],
  from: number,
  to: number,
): [number, number] {
  let [first, last] = [from, to];
  for (;;) {
    const { unopened, unclosed } = openQuotations(text.slice(sentences[first]?.start, sentences[last]?.end));
    if (unclosed && last + 1 < sentences.length) last++;
    else if (unopened && first > 0) first--;
    else return unclosed || unopened ? [from, to] : [first, last];
  }
}

/** Whether a quotation is closed that did not open, or open at the end. Straight marks open and close in turn. */
function openQuotations(text: string): { unopened: boolean; unclosed: boolean } {
  let open = 0;
  let unopened = false;
  for (const mark of text.match(/["“”„«»]/g) ?? []) {
    // “ opens in English and closes in German.
    const closes = mark === '”' || mark === '»' || ((mark === '"' || mark === '“') && open > 0);
    if (!closes) open++;
    else if (open > 0) open--;
    else unopened = true;
  }
  return { unopened, unclosed: open > 0 };
}
