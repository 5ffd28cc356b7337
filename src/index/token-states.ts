import { join } from 'node:path';
import { readText, writeWhole } from '../whole-file.js';
import type { Place, Segments } from './segment.js';

export const PLACES_FILE = 'places.json';

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
export function tokensInSegments(places: Place[], segments: Segments): TokenStates {
  return {
    get(passage) {
      const place = places[passage] ?? missing();
      return { rows: segments.rowsOf(place), partEnds: place.partEnds };
    },
  };
}

function missing(): never {
  throw new Error('The index holds no token states of a passage that it holds');
}

/** A place in the file: the number of its segment first, so that its name stands there once. */
type Line = [segment: number, offset: number, length: number, crc: number, partEnds: number[]];

export async function savePlaces(directory: string, places: Place[]): Promise<void> {
  const segments = [...new Set(places.map(({ segment }) => segment))];
  const numbers = new Map(segments.map((name, i) => [name, i]));
  const lines = places.map(
    ({ segment, offset, length, crc, partEnds }): Line => [
      numbers.get(segment) ?? -1,
      offset,
      length,
      crc,
      partEnds,
    ],
  );
  await writeWhole(join(directory, PLACES_FILE), JSON.stringify({ segments, places: lines }));
}

export async function loadPlaces(directory: string): Promise<Place[]> {
  const { segments, places }: { segments: string[]; places: Line[] } = JSON.parse(
    await readText(join(directory, PLACES_FILE)),
  );
  return places.map(([segment, offset, length, crc, partEnds]) => {
    return { segment: segments[segment] ?? '', offset, length, crc, partEnds };
  });
}
