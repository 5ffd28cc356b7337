import type { Span } from './article/article.js';

/**
 * A quote grows to this length, in characters, where there are sentences to grow by, since below it lacks its context. On
 * the scorecard (tests/scorecard/questions.jsonl, November 2026) the first quote was right for .64 of the questions at 260
 * characters, .67 at 320, .68 at 380 and .71 at 450; three of 320 still fit a phone's screen.
 */
const READABLE = 320;
/** It never grows beyond this length to be readable. */
export const LONGEST_READABLE = 520;

/** How long a quote is to be, in characters: it grows to the first length, and not beyond the second one. */
interface Lengths {
  readable: number;
  longest: number;
}

/**
 * The shortest readable quote around a sentence: whole sentences of one passage, the one before first, since it says
 * who "he" is; it neither starts nor ends within a quotation that the passage has whole.
 * @param sentences of the passage, ascending
 * @param best the one that answers
 */
export function quoteAround(
  text: string,
  sentences: readonly Span[],
  best: Span,
  { readable, longest }: Lengths = { readable: READABLE, longest: LONGEST_READABLE },
): Span {
  const at = sentences.findIndex(({ start }) => start === best.start);
  if (at < 0) return best;
  const spanOf = (first: number, last: number): Span => {
    return { start: sentences[first]?.start ?? best.start, end: sentences[last]?.end ?? best.end };
  };
  const isInside = quotationsOver(text, sentences);
  const whole = (from: number, to: number): [number, number] => {
    let [first, last] = [from, to];
    while (first > 0 && isInside[first]) first--;
    while (last + 1 < sentences.length && isInside[last + 1]) last++;
    return [first, last];
  };
  let [first, last] = whole(at, at);
  while (lengthOf(spanOf(first, last)) < readable) {
    const wider: [number, number][] = [];
    if (first > 0) wider.push(whole(first - 1, last));
    if (last + 1 < sentences.length) wider.push(whole(first, last + 1));
    const next = wider.find((run) => lengthOf(spanOf(...run)) <= longest);
    if (!next) break;
    [first, last] = next;
  }
  return spanOf(first, last);
}

const lengthOf = ({ start, end }: Span): number => end - start;

/** For each sentence of a passage, whether it starts within a quotation that the passage has whole. */
function quotationsOver(text: string, sentences: readonly Span[]): boolean[] {
  const start = sentences[0]?.start ?? 0;
  const passage = text.slice(start, sentences.at(-1)?.end);
  const isInside = sentences.map(() => false);
  for (const quotation of quotationsIn(passage)) {
    for (const [i, sentence] of sentences.entries()) {
      const offset = sentence.start - start;
      if (offset > quotation.start && offset < quotation.end) isInside[i] = true;
    }
  }
  return isInside;
}

/** The quotations of a text that open and close in it. */
function quotationsIn(text: string): Span[] {
  // “ closes where „ opens, as in German, and opens elsewhere; so does « where » comes first.
  const [isLow, isInward] = [text.includes('„'), /^[^«]*»/.test(text)];
  const opens = (mark: string, index: number): boolean => {
    if (mark === '"') return /^$|[\s([—–-]/.test(text.charAt(index - 1)) && /\S/.test(text.charAt(index + 1));
    return mark === '„' || (mark === '“' && !isLow) || mark === (isInward ? '»' : '«');
  };
  const open: number[] = [];
  const quotations: Span[] = [];
  for (const { 0: mark, index } of text.matchAll(/["“”„«»]/g)) {
    if (opens(mark, index)) open.push(index);
    else if (open.length > 0) quotations.push({ start: open.pop() ?? index, end: index + 1 });
  }
  return quotations;
}
