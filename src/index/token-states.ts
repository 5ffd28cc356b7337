import type { Places } from './places.js';
import type { Segments } from './segment.js';

/** The states of a passage's tokens as 8-bit numbers, a row each; only their direction counts. */
export interface PassageTokens {
  rows: Int8Array;
  /** The token at which the heading ends, exclusive, and then each sentence of the passage. */
  partEnds: number[];
}

/**
 * The token states of all passages, by which what a search found is looked at a second time. They lie in the segments,
 * and are read from there when they are needed: at some 40 KB a passage, those of a large archive do not fit into
 * memory, and a question needs those of a few dozen passages.
 */
export interface TokenStates {
  /** The states of a passage, by its position in the index. */
  get(passage: number): PassageTokens;
}

/** Token states that are in memory. */
export function tokensInMemory(tokens: PassageTokens[]): TokenStates {
  return { get: (passage) => tokens[passage] ?? missing() };
}

/** Token states in segments, by the places of the passages. */
export function tokensInSegments(places: Places, segments: Segments): TokenStates {
  return {
    get(passage) {
      const place = places.get(passage);
      return { rows: segments.rowsOf(place), partEnds: place.partEnds };
    },
  };
}

function missing(): never {
  throw new Error('The index holds no token states of a passage that it holds');
}
