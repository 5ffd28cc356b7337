import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { systemCode } from '../user-error.js';
import { damaged, unreadable } from './damaged.js';

/**
 * The name of a segment: a file that holds what a model made of texts, one after the other. It is written once and never
 * changed, and builds share it: what is 40 KB a passage is not written again where one article is added to thousands.
 */
export const SEGMENT_FILE = /^\d{8}T\d{6}Z-[0-9a-f]{6}\.segment$/;

/** A segment, as a manifest names it; `length` in bytes. */
export interface SegmentFile {
  name: string;
  length: number;
  sha256: string;
}

/** Where in the segments a text lies: first its vector, and then a row for each token. */
export interface Place {
  /** The name of the segment. */
  segment: string;
  /** In bytes. */
  offset: number;
  length: number;
  /** At which token each part of the text ends. */
  partEnds: number[];
  /** Over all its bytes (CRC-32), so that a changed one shows when it is read. */
  crc: number;
}

/** The segments of a build, open to be read. */
export class Segments {
  private constructor(
    private readonly directory: string,
    private readonly files: Map<string, number>,
  ) {}

  /**
   * Opens segments. They stay open: a later build that takes them away does not hurt.
   * @throws UserError where one is missing or has another length
   */
  static open(directory: string, expected: Pick<SegmentFile, 'name' | 'length'>[]): Segments {
    const files = new Map<string, number>();
    const segments = new Segments(directory, files);
    try {
      for (const { name, length } of expected) {
        const file = openFile(directory, name);
        files.set(name, file);
        const { size } = fstatSync(file);
        if (size !== length) throw damaged(directory, `${name} has ${size} bytes instead of ${length}`);
      }
    } catch (error) {
      segments.close();
      throw error;
    }
    return segments;
  }

  /** In the order of the manifest. */
  get names(): string[] {
    return [...this.files.keys()];
  }

  /** @throws UserError where what is read is not what was written */
  vectorOf(place: Place): Float32Array {
    return new Float32Array(this.read(place).buffer, 0, dimensionOf(place));
  }

  /**
   * The states of its tokens.
   * @throws UserError where what is read is not what was written
   */
  rowsOf(place: Place): Int8Array {
    return new Int8Array(this.read(place).buffer, dimensionOf(place) * Float32Array.BYTES_PER_ELEMENT);
  }

  /**
   * All of it.
   * @throws UserError where what is read is not what was written
   */
  read(place: Place): Uint8Array {
    const bytes = this.readWhole(place);
    if (bytes === null) throw damaged(this.directory, `${place.segment} does not hold what was written`);
    return bytes;
  }

  /** All of it; null where what is read is not what was written. */
  readWhole({ segment, offset, length, crc }: Place): Uint8Array | null {
    const file = this.files.get(segment);
    const bytes = new Uint8Array(length);
    if (file === undefined || readSync(file, bytes, 0, length, offset) !== length) return null;
    return crc32(bytes) === crc ? bytes : null;
  }

  close(): void {
    for (const file of this.files.values()) closeSync(file);
    this.files.clear();
  }
}

function openFile(directory: string, name: string): number {
  try {
    return openSync(join(directory, name), 'r');
  } catch (error) {
    const code = systemCode(error);
    throw code === undefined ? error : damaged(directory, unreadable(name, code));
  }
}

/** How many numbers a vector has: 4 bytes each in the vector of the text, and one in that of each token. */
function dimensionOf({ length, partEnds }: Place): number {
  return length / (Float32Array.BYTES_PER_ELEMENT + (partEnds.at(-1) ?? 0));
}
