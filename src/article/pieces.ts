import type { Cut, Span } from './article.js';

/** A part of a text as it came: one of the article's own, or one that is left out. */
export interface Piece {
  text: string;
  /** Null where the part stays. */
  cut: Pick<Cut, 'reason' | 'isRepeated'> | null;
}

/** A part of a text that is to be left out. */
export interface Furniture extends Span {
  reason: string;
  isRepeated?: true;
}

/**
 * A text with what was left out of it, as the pieces that it came from.
 * @param cuts what is no longer in the text, ascending
 * @param furniture what is still in it and is to be left out, ascending, none overlapping
 */
export function piecesOf(text: string, cuts: readonly Cut[], furniture: readonly Furniture[] = []): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const keepUntil = (end: number): void => {
    if (end > from) pieces.push({ text: text.slice(from, end), cut: null });
    from = Math.max(from, end);
  };
  let next = 0;
  for (const { start, end, ...cut } of [...furniture, { start: text.length, end: text.length, reason: '' }]) {
    for (let old = cuts[next]; old !== undefined && old.at <= start; old = cuts[++next]) {
      keepUntil(old.at);
      pieces.push(pieceOf(old));
    }
    keepUntil(start);
    if (end > start) pieces.push({ text: text.slice(start, end), cut });
    from = end;
  }
  return pieces;
}

const pieceOf = ({ text, reason, isRepeated }: Cut): Piece => ({
  text,
  cut: { reason, ...(isRepeated && { isRepeated }) },
});

/** The text without what is left out, which is told with its places; without white space at its ends. */
export function joinPieces(pieces: readonly Piece[]): { text: string; cuts: Cut[] } {
  const joined = pieces.map(({ text, cut }) => (cut ? '' : text)).join('');
  const first = Math.max(0, joined.search(/\S/));
  const text = joined.slice(first).trimEnd();
  let offset = -first;
  const cuts: Cut[] = [];
  for (const piece of pieces) {
    if (piece.cut === null) offset += piece.text.length;
    else cuts.push({ at: Math.min(text.length, Math.max(0, offset)), text: piece.text, ...piece.cut });
  }
  return { text, cuts };
}
