import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, ftruncateSync, openSync, readdirSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { EncodedText } from '../embedding/encode-text.js';
import { newBuildName } from './build-name.js';
import { type Entry, entryLine, JOURNAL, readJournal, segmentOf } from './journal.js';
import { type Place, SEGMENT_FILE, type SegmentFile } from './segment.js';

/**
 * Writes a segment, text by text. Embedding takes most of the time of a build, so a build that was stopped, however it
 * was, leaves its segment and the journal of it, and the next one goes on with them.
 */
export class SegmentWriter {
  private readonly hash = createHash('sha256');
  private length = 0;
  /** What a build that was stopped had done, and what was copied, by the keys of the texts. */
  readonly known = new Map<string, Place>();

  private constructor(
    readonly name: string,
    private readonly data: number,
    private readonly journal: number,
  ) {}

  /**
   * Begins a segment, or goes on with one that was left.
   * @param maker the first line of its journal: nothing is taken over that another model made
   * @param finished the names of segments that belong to a build
   */
  static open(directory: string, maker: string, finished: string[]): SegmentWriter {
    const left = segmentsLeft(directory, finished)
      .map((name) => ({ name, ...readJournal(join(directory, name + JOURNAL)) }))
      .find((journal) => journal.maker === maker);
    const name = left?.name ?? `${newBuildName()}.segment`;
    const data = openSync(join(directory, name), 'a+');
    const journal = openSync(join(directory, name + JOURNAL), 'a+');
    const writer = new SegmentWriter(name, data, journal);
    if (left) writer.takeOver(left.entries);
    ftruncateSync(data, writer.length);
    ftruncateSync(journal);
    const entries = [...writer.known].map(([key, place]) => entryLine({ key, ...place }));
    writeFileSync(journal, `${maker}\n${entries.join('')}`);
    return writer;
  }

  /** Adds what a model made of a text. */
  append(key: string, { vector, rows, partEnds }: EncodedText): Place {
    const values = new Uint8Array(Float32Array.from(vector).buffer);
    const states = new Uint8Array(rows.buffer, rows.byteOffset, rows.length);
    return this.write(key, Buffer.concat([values, states]), partEnds);
  }

  /** Adds what stands in another segment, where it is not here already. */
  copy(key: string, bytes: Uint8Array, partEnds: number[]): Place {
    const place = this.known.get(key) ?? this.write(key, bytes, partEnds);
    this.known.set(key, place);
    return place;
  }

  private write(key: string, bytes: Uint8Array, partEnds: number[]): Place {
    const place = {
      segment: this.name,
      offset: this.length,
      length: bytes.length,
      partEnds,
      crc: crc32(bytes),
    };
    writeFileSync(this.data, bytes);
    writeFileSync(this.journal, entryLine({ key, ...place }));
    this.hash.update(bytes);
    this.length += bytes.length;
    return place;
  }

  /** Waits until all of it is on the disk. */
  finish(): SegmentFile {
    fsyncSync(this.data);
    fsyncSync(this.journal);
    return { name: this.name, length: this.length, sha256: this.hash.digest('hex') };
  }

  close(): void {
    closeSync(this.data);
    closeSync(this.journal);
  }

  /** Takes over what was written whole; what a power cut left of the rest is written again. */
  private takeOver(entries: Entry[]): void {
    for (const { key, ...place } of entries) {
      if (place.offset !== this.length) return;
      const bytes = new Uint8Array(place.length);
      if (readSync(this.data, bytes, 0, place.length, place.offset) !== place.length) return;
      if (crc32(bytes) !== place.crc) return;
      this.hash.update(bytes);
      this.length += place.length;
      this.known.set(key, { segment: this.name, ...place });
    }
  }
}

/** The segments that builds which were stopped left, with their journals. */
function segmentsLeft(directory: string, finished: string[]): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(JOURNAL))
    .map(segmentOf)
    .filter((name) => SEGMENT_FILE.test(name) && !finished.includes(name));
}
