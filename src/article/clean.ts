import type { Cut, Span } from './article.js';
import type { FrontMatter } from './front-matter.js';
import { findFurniture } from './furniture.js';

/**
 * Leaves page furniture out of a text, and changes nothing else: what stays keeps its wording and spacing.
 * @param text without invisible characters
 * @returns the article's text, and what was left out of it
 */
export function clean(
  text: string,
  known: Pick<FrontMatter, 'title' | 'authors'>,
): { text: string; cuts: Cut[] } {
  const furniture = findFurniture(text, known);
  const kept = keptSpans(text, furniture).map(({ start, end }) => text.slice(start, end));
  const joined = kept.join('');
  const first = Math.max(0, joined.search(/\S/));
  const cleaned = joined.slice(first).trimEnd();
  let offset = -first;
  const cuts = furniture.map(({ start, end }, i): Cut => {
    offset += kept[i]?.length ?? 0;
    const at = Math.min(cleaned.length, Math.max(0, offset));
    return { at, text: text.slice(start, end), reason: 'page furniture' };
  });
  return { text: cleaned, cuts };
}

function keptSpans(text: string, cut: Span[]): Span[] {
  const starts = [0, ...cut.map(({ end }) => end)];
  const ends = [...cut.map(({ start }) => start), text.length];
  return starts.map((start, i) => ({ start, end: ends[i] ?? text.length }));
}
