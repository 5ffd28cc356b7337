import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Places, placeLine } from '../src/index/places.js';
import type { Place } from '../src/index/segment.js';

const folder = mkdtempSync(join(tmpdir(), 'talks-places-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NAMES = ['one.segment', 'two.segment'];
const GIGABYTE = 2 ** 30;
const PLACES: Place[] = [
  { segment: 'one.segment', offset: 0, length: 3072, crc: 0xffffffff, partEnds: [1, 20, 300] },
  { segment: 'two.segment', offset: 4 * GIGABYTE - 1, length: 1, crc: 0, partEnds: [] },
  { segment: 'two.segment', offset: 4 * GIGABYTE, length: 384, crc: 1, partEnds: [0, 1] },
  { segment: 'one.segment', offset: 5_000 * GIGABYTE + 7, length: 5, crc: 2, partEnds: [3] },
];
const all = (places: Places): Place[] => Array.from({ length: places.size }, (_, i) => places.get(i));
const places = Places.of(
  NAMES,
  PLACES.map((place) => placeLine(place, NAMES)),
);

describe('places', () => {
  it('are given back as they were, wherever in a segment they are', async () => {
    expect(all(places)).toEqual(PLACES);
    expect(places.extentOf(2)).toEqual({ segment: 'two.segment', length: 384 });
    await places.save(folder);
    expect(all(await Places.load(folder, NAMES))).toEqual(PLACES);
  });

  it('are the same in an index with other segments', () => {
    const names = ['two.segment', 'three.segment', 'one.segment'];
    const lines = PLACES.map((_, i) => places.lineFor(i, names));
    expect(all(Places.of(names, lines))).toEqual(PLACES);
    expect(all(places)).toEqual(PLACES);
  });

  it('say so where there is none', () => {
    for (const position of [-2, -1, 4, 5, 40])
      expect(() => places.get(position)).toThrow(`The index has 4 passages, and none at ${position}`);
  });

  it('are refused where their segment is none of the index', () => {
    const wrong = 'one.segment is no segment of the index';
    expect(() => placeLine(PLACES[0] as Place, ['two.segment'])).toThrow(wrong);
    expect(() => places.lineFor(0, ['two.segment'])).toThrow(wrong);
  });
});
