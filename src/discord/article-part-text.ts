import type { Span } from '../article/article.js';
import { sentencesOf } from '../sentence.js';
import type { ArticleView } from '../view.js';
import { markedText, sentencesAround } from './quote-text.js';

/** Stands where something was left out of an article, in a line of its own: what is quoted holds the article's words alone. */
const LEFT_OUT = '[…]';

/**
 * A part of the text of a view as quotations, the marked sentence in bold.
 * @param part offsets into that text
 */
export function partText({ text, start, cuts, highlight }: ArticleView, part: Span): string {
  const inside = cuts.filter((cut) => cut > part.start && cut < part.end);
  const marked = highlight ? within(start, highlight) : { start: 0, end: 0 };
  const bounds = [part.start, ...inside, part.end];
  return bounds
    .slice(1)
    .map((end, i) => trimmed(text, { start: bounds[i] ?? 0, end }))
    .filter((piece) => piece.start < piece.end)
    .map((piece) => markedText(text, marked, piece))
    .join(`\n${LEFT_OUT}\n`);
}

/**
 * The part of a view's text that finds room: all of it, or a run of whole sentences: those around the marked one, or the
 * first ones.
 * @param room in UTF-16 units of Markdown
 * @returns offsets into that text; null where not even one sentence finds room
 */
export function partWithin(view: ArticleView, room: number): Span | null {
  const { text, start, highlight, article } = view;
  const whole = { start: 0, end: text.length };
  if (partText(view, whole).length <= room) return whole;
  const marked = highlight && within(start, highlight);
  const sentences = marked
    ? sentencesAround(text, marked, article.language)
    : sentencesOf(text, article.language);
  const at = marked ? sentences.indexOf(marked) : 0;
  let [first, last] = [0, Math.max(0, sentences.length - 1)];
  for (;;) {
    const part = {
      start: first === 0 ? 0 : (sentences[first]?.start ?? 0),
      end: last + 1 < sentences.length ? (sentences[last]?.end ?? 0) : text.length,
    };
    if (partText(view, part).length <= room) return part;
    if (first === last) return null;
    if (last - at >= at - first) last--;
    else first++;
  }
}

const within = (offset: number, { start, end }: Span): Span => {
  return { start: start - offset, end: end - offset };
};

/** Without the white space at its ends. */
function trimmed(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length };
}
