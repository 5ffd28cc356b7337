import { join } from 'node:path';
import { Lists, listsOf } from '../lists.js';
import type { Place } from './segment.js';

export const PLACES_FILE = 'places.u32';

/**
 * A place as numbers: which of the segments it is in, how many times 4 GB it lies from its start, and how many bytes more,
 * its length, its sum, and at which token each part of the text ends.
 */
type PlaceLine = ArrayLike<number>;
const [SEGMENT, HIGH, LOW, LENGTH, CRC, PARTS] = [0, 1, 2, 3, 4, 5] as const;
const HIGH_UNIT = 2 ** 32;

/** @param segments the names of all; that of the place must be one of them */
export function placeLine({ segment, offset, length, crc, partEnds }: Place, segments: string[]): PlaceLine {
  const [high, low] = [Math.floor(offset / HIGH_UNIT), offset % HIGH_UNIT];
  return [numberOf(segment, segments), high, low, length, crc, ...partEnds];
}

function numberOf(segment: string | undefined, segments: string[]): number {
  const number = segment === undefined ? -1 : segments.indexOf(segment);
  if (number === -1) throw new Error(`${segment} is no segment of the index`);
  return number;
}

/** Where in the segments what the model made of each passage lies. */
export class Places {
  private constructor(
    private readonly segments: string[],
    private readonly lines: Lists,
  ) {}

  /**
   * @param segments the names of all, by which the lines number them
   * @param lines in the order of the passages
   */
  static of(segments: string[], lines: PlaceLine[]): Places {
    return new Places(segments, listsOf(lines));
  }

  /** Loads what `save` wrote, with the same segments. */
  static async load(directory: string, segments: string[]): Promise<Places> {
    return new Places(segments, await Lists.load(join(directory, PLACES_FILE)));
  }

  /** Writes it, without the names of the segments, into a folder that exists. */
  async save(directory: string): Promise<void> {
    await this.lines.save(join(directory, PLACES_FILE));
  }

  get size(): number {
    return this.lines.count;
  }

  get(position: number): Place {
    const line = this.lines.get(position);
    return {
      ...this.extentOf(position),
      offset: (line[HIGH] as number) * HIGH_UNIT + (line[LOW] as number),
      crc: line[CRC] as number,
      partEnds: Array.from(line.subarray(PARTS)),
    };
  }

  /** In which segment a place is, and how much of it it takes. */
  extentOf(position: number): Pick<Place, 'segment' | 'length'> {
    const segment = this.segments[this.lines.at(position, SEGMENT)];
    if (segment === undefined)
      throw new RangeError(`The index has ${this.size} passages, and none at ${position}`);
    return { segment, length: this.lines.at(position, LENGTH) };
  }

  /** A place as a line of an index with other segments, of which its own is one. */
  lineFor(position: number, segments: string[]): PlaceLine {
    const line = this.lines.get(position);
    const number = numberOf(this.segments[line[SEGMENT] ?? -1], segments);
    if (line[SEGMENT] === number) return line;
    const moved = line.slice();
    moved[SEGMENT] = number;
    return moved;
  }
}
