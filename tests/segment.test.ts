import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EncodedText } from '../src/embedding/encode-text.js';
import { DamagedIndex } from '../src/index/damaged.js';
import { JOURNAL } from '../src/index/journal.js';
import { type Place, SEGMENT_FILE, type SegmentFile, Segments } from '../src/index/segment.js';
import { SegmentWriter } from '../src/index/segment-writer.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'talks-segment-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const MAKER = '{"model":"a"}';
/** Numbers that single precision and eight bits hold as they are. */
const TEXTS: Record<string, EncodedText> = {
  one: { vector: [1, -0.5, 0.25, 0], rows: Int8Array.of(1, 2, 3, 4, -5, -6, -7, -8), partEnds: [0, 1, 2] },
  two: { vector: [0.125, 8, -16, 3], rows: new Int8Array(), partEnds: [] },
  three: { vector: [0, 0, 1, 0], rows: Int8Array.of(127, -127, 0, 9), partEnds: [1] },
};
const KEYS = Object.keys(TEXTS);
/** How long each is in the file: 4 bytes a number of the vector, and then the rows. */
const LENGTHS = [24, 16, 20];

function append(writer: SegmentWriter, keys: string[]): Place[] {
  return keys.map((key) => writer.append(key, TEXTS[key] as EncodedText));
}
/** As a build does that comes to its end; one that dies just before leaves the journal. */
function write(keys: string[], { isTidied = true } = {}): { file: SegmentFile; places: Place[] } {
  const writer = SegmentWriter.open(directory, MAKER, []);
  const places = append(writer, keys);
  const file = writer.finish();
  writer.close();
  if (isTidied) rmSync(join(directory, file.name + JOURNAL));
  return { file, places };
}
/** A build that ends in the middle, however it ends. */
function drop(keys: string[], maker = MAKER): string {
  const writer = SegmentWriter.open(directory, maker, []);
  append(writer, keys);
  writer.close();
  return writer.name;
}
const read = (segments: Segments, place: Place): EncodedText => ({
  vector: [...segments.vectorOf(place)],
  rows: segments.rowsOf(place),
  partEnds: place.partEnds,
});
const sumOf = (name: string): SegmentFile => {
  const content = readFileSync(join(directory, name));
  return { name, length: content.length, sha256: createHash('sha256').update(content).digest('hex') };
};
const journalOf = (name: string): string[] =>
  readFileSync(join(directory, name + JOURNAL), 'utf8')
    .split('\n')
    .slice(1, -1);

describe('a segment', () => {
  it('gives back what was written, in any order, and is told by its length and hash', () => {
    const { file, places } = write(KEYS);
    expect(file.name).toMatch(SEGMENT_FILE);
    expect(file).toEqual(sumOf(file.name));
    expect(file.length).toBe(60);
    expect(places.map(({ offset, length }) => [offset, length])).toEqual([
      [0, 24],
      [24, 16],
      [40, 20],
    ]);
    const segments = Segments.open(directory, [file]);
    for (const i of [2, 0, 1]) expect(read(segments, places[i] as Place)).toEqual(TEXTS[KEYS[i] ?? '']);
    segments.close();
  });

  it('takes what stands in another one as it stands there', () => {
    const { file, places } = write(KEYS);
    const segments = Segments.open(directory, [file]);
    const writer = SegmentWriter.open(directory, MAKER, [file.name]);
    const copied = [2, 0, 2].map((i) => {
      const place = places[i] as Place;
      return writer.copy(KEYS[i] ?? '', segments.read(place), place.partEnds);
    });
    expect(copied[2]).toBe(copied[0]);
    const other = writer.finish();
    writer.close();
    segments.close();
    const both = Segments.open(directory, [file, other]);
    expect(other.length).toBe(44);
    expect(copied.map((place) => read(both, place))).toEqual([TEXTS['three'], TEXTS['one'], TEXTS['three']]);
    both.close();
  });

  it.each([0, 15, 16, 23, 24, 39, 40, 55, 56, 59])(
    'in which byte %i is flipped is damaged where that is read only',
    (byte) => {
      const { file, places } = write(KEYS);
      const path = join(directory, file.name);
      const content = readFileSync(path);
      content[byte] = (content[byte] ?? 0) ^ 0x40;
      writeFileSync(path, content);
      const segments = Segments.open(directory, [file]);
      for (const [i, place] of places.entries()) {
        const isHit = byte >= place.offset && byte < place.offset + place.length;
        if (!isHit) expect(read(segments, place)).toEqual(TEXTS[KEYS[i] ?? '']);
        else {
          for (const look of [
            () => segments.vectorOf(place),
            () => segments.rowsOf(place),
            () => segments.read(place),
          ]) {
            expect(look).toThrow(DamagedIndex);
            expect(look).toThrow(`${file.name} does not hold what was written. Run "npm run index"`);
          }
        }
      }
      segments.close();
    },
  );

  it('that is shorter, longer or missing is refused when it is opened, and nothing stays open', () => {
    const { file } = write(KEYS);
    const other = write(['three']).file;
    const path = join(directory, file.name);
    const refused = (found: string) => {
      const open = () => Segments.open(directory, [other, file]);
      const before = readdirSync('/dev/fd').length;
      expect(open).toThrow(DamagedIndex);
      expect(open).toThrow(`The index in ${directory} is damaged: ${found}. Run`);
      expect(readdirSync('/dev/fd').length).toBe(before);
    };
    appendFileSync(path, 'x');
    refused(`${file.name} has 61 bytes instead of 60`);
    truncateSync(path, 59);
    refused(`${file.name} has 59 bytes instead of 60`);
    rmSync(path);
    refused(`${file.name} is missing`);
  });

  it('can be read to the end by who has it open, also when it is taken away', () => {
    const { file, places } = write(KEYS);
    const segments = Segments.open(directory, [file]);
    rmSync(join(directory, file.name));
    expect(read(segments, places[2] as Place)).toEqual(TEXTS['three']);
    segments.close();
    expect(() => segments.read(places[2] as Place)).toThrow(DamagedIndex);
  });
});

describe('a segment that was left in the middle', () => {
  it('is taken up by the next writer, and is then as one that was written in one go', () => {
    const whole = write(KEYS).file;
    const name = drop(['one', 'two']);
    const writer = SegmentWriter.open(directory, MAKER, [whole.name]);
    expect(writer.name).toBe(name);
    expect([...writer.known.keys()]).toEqual(['one', 'two']);
    append(writer, ['three']);
    const file = writer.finish();
    writer.close();
    expect(file).toEqual({ ...whole, name });
    expect(file).toEqual(sumOf(name));
    const segments = Segments.open(directory, [file]);
    const two = writer.known.get('two') as Place;
    expect(read(segments, two)).toEqual(TEXTS['two']);
    segments.close();
  });

  it('is taken up again and again, and the journal holds each text once', () => {
    const name = drop(['one']);
    for (const key of ['two', 'three']) expect(drop([key])).toBe(name);
    expect(drop([])).toBe(name);
    expect(journalOf(name).map((line) => JSON.parse(line.slice(0, line.lastIndexOf(' '))).key)).toEqual(KEYS);
    expect(sumOf(name).length).toBe(60);
  });

  it.each([0, 1, 23, 24, 25, 39, 40, 59])('and cut to %i bytes keeps what is whole', (bytes) => {
    const name = drop(KEYS);
    const before = sumOf(name);
    truncateSync(join(directory, name), bytes);
    const ends = LENGTHS.map((_, i) => LENGTHS.slice(0, i + 1).reduce((sum, length) => sum + length));
    const whole = ends.filter((end) => end <= bytes).length;
    const writer = SegmentWriter.open(directory, MAKER, []);
    expect([...writer.known.keys()]).toEqual(KEYS.slice(0, whole));
    expect(sumOf(name).length).toBe(ends[whole - 1] ?? 0);
    append(writer, KEYS.slice(whole));
    expect(writer.finish()).toEqual(sumOf(name));
    writer.close();
    expect(sumOf(name)).toEqual(before);
  });

  it('with half a line in its journal keeps what stands before it', () => {
    const name = drop(KEYS);
    const path = join(directory, name + JOURNAL);
    const journal = readFileSync(path, 'utf8');
    const lastLine = journal.lastIndexOf('\n', journal.length - 2) + 1;
    for (let cut = lastLine; cut < journal.length - 1; cut += 7) {
      writeFileSync(path, journal.slice(0, cut));
      const writer = SegmentWriter.open(directory, MAKER, []);
      expect([...writer.known.keys()]).toEqual(['one', 'two']);
      expect(append(writer, ['three'])).toMatchObject([{ offset: 40 }]);
      writer.close();
      expect(readFileSync(path, 'utf8')).toBe(journal);
    }
  });

  it('with a flipped bit in a line of its journal keeps what stands before it', () => {
    const name = drop(KEYS);
    const path = join(directory, name + JOURNAL);
    const [journal, content] = [readFileSync(path), readFileSync(join(directory, name))];
    const [, , secondEnd] = [...journal.entries()].filter(([, byte]) => byte === 10).map(([i]) => i);
    for (let byte = journal.indexOf('\n') + 1; byte < journal.length; byte++) {
      const changed = Buffer.from(journal);
      changed[byte] = (changed[byte] ?? 0) ^ 1;
      writeFileSync(path, changed);
      writeFileSync(join(directory, name), content);
      const writer = SegmentWriter.open(directory, MAKER, []);
      const known = [...writer.known.keys()];
      expect(known).toEqual(KEYS.slice(0, known.length));
      expect(known.length).toBeLessThan(KEYS.length);
      if (byte > (secondEnd ?? 0)) expect(known).toEqual(['one', 'two']);
      for (const [key, place] of writer.known) expect(place.partEnds).toEqual(TEXTS[key]?.partEnds);
      writer.close();
    }
  });

  it('with a record that is not what was written keeps what stands before it', () => {
    const name = drop(KEYS);
    const path = join(directory, name);
    const content = readFileSync(path);
    content[30] = (content[30] ?? 0) ^ 1;
    writeFileSync(path, content);
    const writer = SegmentWriter.open(directory, MAKER, []);
    expect([...writer.known.keys()]).toEqual(['one']);
    append(writer, ['two', 'three']);
    expect(writer.finish()).toEqual(sumOf(name));
    writer.close();
    content[30] = (content[30] ?? 0) ^ 1;
    expect(readFileSync(path)).toEqual(content);
  });

  it('is not taken up by who has another model', () => {
    const name = drop(KEYS);
    const writer = SegmentWriter.open(directory, '{"model":"ab"}', []);
    expect(writer.name).not.toBe(name);
    expect(writer.known.size).toBe(0);
    writer.close();
    expect(sumOf(name).length).toBe(60);
    expect(journalOf(name)).toHaveLength(3);
  });

  it('is not taken up by who has a model whose name begins alike', () => {
    const name = drop(['one'], `${MAKER}x`);
    expect(drop(['two'])).not.toBe(name);
    expect(journalOf(name)).toHaveLength(1);
  });

  it('whose journal lacks a line keeps what stands before it', () => {
    const name = drop(KEYS);
    const path = join(directory, name + JOURNAL);
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.filter((_, i) => i !== 2).join('\n'));
    const writer = SegmentWriter.open(directory, MAKER, []);
    expect([...writer.known.keys()]).toEqual(['one']);
    writer.close();
    expect(sumOf(name).length).toBe(24);
  });

  it('is not taken up once it belongs to a build', () => {
    const { file } = write(KEYS, { isTidied: false });
    const writer = SegmentWriter.open(directory, MAKER, [file.name]);
    expect(writer.name).not.toBe(file.name);
    append(writer, ['one']);
    writer.close();
    expect(sumOf(file.name)).toEqual(file);
    // The one that was left is taken up, beside the one that belongs to a build.
    const next = SegmentWriter.open(directory, MAKER, [file.name]);
    expect(next.name).toBe(writer.name);
    expect([...next.known.keys()]).toEqual(['one']);
    next.close();
  });
});
