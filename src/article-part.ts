import { type Article, type Span, summaryOf } from './article/article.js';
import type { ArticleView } from './view.js';

/**
 * A part of an article is no longer than this, in characters, unless it is one sentence: a message of Discord has room
 * for it even where every other character is escaped.
 */
const LONGEST = 1_800;

/** The first and the last sentence of a part, by their numbers. */
type Run = [first: number, last: number];

/** A text as it is cut into sentences, ascending. */
export interface CutText {
  text: string;
  sentences: readonly Span[];
}

/**
 * The part of a text at an offset.
 * @param from where it starts; with a minus, where it ends: so whoever shows a part asks for the next one by its `end`, and
 *   for the one before by `-start`. Beyond the text, its last part; without one, its first.
 */
export function partAt(cut: CutText, from = 0): Span {
  const { sentences } = cut;
  const last = sentences.length - 1;
  if (from >= 0) {
    // A part that a message had no room for may have ended within a sentence.
    const first = sentences.findIndex(({ end }) => end > from);
    const { start, end } = spanOf(first < 0 ? runEndingAt(sentences, last) : runFrom(sentences, first), cut);
    return { start: first < 0 ? start : Math.max(start, from), end };
  }
  const next = sentences.findIndex(({ end }) => end > -from);
  return spanOf(next === 0 ? runFrom(sentences, 0) : runEndingAt(sentences, next < 0 ? last : next - 1), cut);
}

/** The part of a text around a sentence in it: by turns the one before and the one after, as many as there is room for. */
export function partAround(cut: CutText, marked: Span): Span {
  const { sentences } = cut;
  const at = Math.max(
    0,
    sentences.findIndex(({ start }) => start === marked.start),
  );
  const fits = (from: number, to: number): boolean =>
    from >= 0 && to < sentences.length && lengthOf(sentences, from, to) <= LONGEST;
  let [first, last] = [at, at];
  let isGrowing = true;
  while (isGrowing) {
    const [before, after] = [first, last];
    if (fits(first - 1, last)) first--;
    if (fits(first, last + 1)) last++;
    isGrowing = first < before || last > after;
  }
  return spanOf([first, last], cut);
}

/** As many sentences as there is room for. */
function runFrom(sentences: readonly Span[], first: number): Run {
  let last = first;
  while (last + 1 < sentences.length && lengthOf(sentences, first, last + 1) <= LONGEST) last++;
  return [first, last];
}

/** The part that paging from the beginning has there; where none ends there, as many sentences as there is room for. */
function runEndingAt(sentences: readonly Span[], last: number): Run {
  for (let run = runFrom(sentences, 0); run[0] <= last; run = runFrom(sentences, run[1] + 1)) {
    if (run[1] === last) return run;
  }
  let first = last;
  while (first > 0 && lengthOf(sentences, first - 1, last) <= LONGEST) first--;
  return [first, last];
}

const lengthOf = (sentences: readonly Span[], first: number, last: number): number =>
  (sentences[last]?.end ?? 0) - (sentences[first]?.start ?? 0);

/** The first part starts where the text does, and the last one ends where it does, so that both can be told. */
function spanOf([first, last]: Run, { text, sentences }: CutText): Span {
  return {
    start: first <= 0 ? 0 : (sentences[first]?.start ?? 0),
    end: last >= sentences.length - 1 ? text.length : (sentences[last]?.end ?? text.length),
  };
}

/**
 * A part of an article, to be shown.
 * @param highlight a sentence that is marked where it lies in the part
 */
export function articleView(
  article: Article,
  { start, end }: Span,
  highlight: Span | null = null,
  question: string | null = null,
): ArticleView {
  const isInside = highlight && highlight.start >= start && highlight.end <= end;
  const cuts = article.cuts.map(({ at }) => at - start).filter((at) => at > 0 && at < end - start);
  return {
    kind: 'article',
    article: summaryOf(article),
    text: article.text.slice(start, end),
    start,
    end,
    cuts: [...new Set(cuts)],
    highlight: isInside ? { start: highlight.start, end: highlight.end } : null,
    question,
  };
}
