import type { Span } from './article.js';
import type { FrontMatter } from './front-matter.js';
import { findFurniture } from './furniture.js';

/**
 * Leaves page furniture out of a text, and changes nothing else: what stays keeps its wording and spacing.
 * @param text without invisible characters
 * @returns the article's text, and the offsets in it at which something was left out
 */
export function clean(
  text: string,
  known: Pick<FrontMatter, 'title' | 'authors'>,
): { text: string; cuts: number[] } {
  const kept = keptSpans(text, findFurniture(text, known));
  const parts = kept.map(({ start, end }) => text.slice(start, end)).filter((part) => part.trim() !== '');
  const first = parts[0]?.search(/\S/) ?? 0;
  const cleaned = parts.join('').slice(first).trimEnd();
  const cuts: number[] = [];
  let offset = -first;
  for (const part of parts.slice(0, -1)) {
    offset += part.length;
    cuts.push(offset);
  }
  return { text: cleaned, cuts };
}

function keptSpans(text: string, cut: Span[]): Span[] {
  const starts = [0, ...cut.map(({ end }) => end)];
  const ends = [...cut.map(({ start }) => start), text.length];
  return starts.map((start, i) => ({ start, end: ends[i] ?? text.length }));
}
