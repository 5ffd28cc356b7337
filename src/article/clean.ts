import { findFurniture } from '../furniture/find-furniture.js';
import type { Cut } from './article.js';
import type { FrontMatter } from './front-matter.js';
import { joinPieces, piecesOf } from './pieces.js';

/**
 * Leaves page furniture out of a text, and changes nothing else: what stays keeps its wording and spacing.
 * @param text without invisible characters
 * @param cuts what was left out of it before
 * @returns the article's text, and all that was left out of it
 */
export function clean(
  text: string,
  known: Pick<FrontMatter, 'title' | 'authors'>,
  cuts: readonly Cut[] = [],
): { text: string; cuts: Cut[] } {
  return joinPieces(piecesOf(text, cuts, findFurniture(text, known)));
}
