import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PassageTable, passageLine } from '../src/index/passage-table.js';
import { passagesOf } from '../src/passage.js';
import { articleOf } from './made-library.js';
import { makeArticle } from './make-article.js';

const folder = mkdtempSync(join(tmpdir(), 'talks-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The second and the last have no passage; the first and the third have several. */
const LONG = Array.from({ length: 40 }, (_, i) => `Sentence ${i} of a text that has words in it.`).join(' ');
const articles = [
  makeArticle({ id: 'a', title: 'Übersicht – “A”', text: LONG }),
  makeArticle({ id: 'b', text: '' }),
  makeArticle({ id: 'c', title: null, text: `Ж ${LONG}` }),
  articleOf('d', 3),
  makeArticle({ id: 'e', text: '' }),
];
const passages = articles.map((article) => (article.text === '' ? [] : passagesOf(article)));
const lines = passages.flatMap((cut, article) => cut.map((passage) => passageLine(article, passage)));
const table = PassageTable.of(articles, lines);

describe('a table of passages', () => {
  it('gives them back as they were cut, one by one and in their order', () => {
    expect(passages.map((cut) => cut.length)).toEqual([9, 0, 10, 1, 0]);
    expect([...table]).toEqual(passages.flat());
    expect(table.size).toBe(20);
    expect(table.get(9)).toEqual(passages[2]?.[0]);
  });

  it('knows of each passage its article, and of each article its passages', () => {
    expect(Array.from({ length: table.size }, (_, i) => table.articleOf(i)).join('')).toBe(
      '00000000022222222223',
    );
    expect(articles.map((_, number) => table.rangeOf(number))).toEqual([
      [0, 9],
      [9, 9],
      [9, 19],
      [19, 20],
      [20, 20],
    ]);
    for (const [number, article] of articles.entries()) expect(table.of(article)).toEqual(passages[number]);
    expect(table.of({ id: 'x' })).toEqual([]);
  });

  it('is read as it was written', async () => {
    await table.save(folder);
    const read = await PassageTable.load(folder, Promise.resolve(articles));
    expect([...read]).toEqual(passages.flat());
  });

  it('gives lines to a table in which articles have other numbers', () => {
    const kept = [3, 2];
    const moved = kept.flatMap((number, article) => {
      const [start, end] = table.rangeOf(number);
      return Array.from({ length: end - start }, (_, i) => table.lineFor(start + i, article));
    });
    expect([
      ...PassageTable.of(
        kept.flatMap((number) => articles[number] ?? []),
        moved,
      ),
    ]).toEqual([...(passages[3] ?? []), ...(passages[2] ?? [])]);
    expect([...table]).toEqual(passages.flat());
  });

  it('says so where there is none', () => {
    for (const position of [-2, -1, 20, 21, 40, Number.NaN])
      expect(() => table.get(position)).toThrow(`The index has 20 passages, and none at ${position}`);
  });
});
