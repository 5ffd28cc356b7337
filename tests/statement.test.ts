import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Article } from '../src/article/article.js';
import { tokensInMemory } from '../src/index/token-states.js';
import type { Hit } from '../src/search.js';
import { createSameStatement } from '../src/statement.js';
import { makeArticle } from './make-article.js';
import { openRealLibrary, type RealLibrary } from './real-library.js';

/** Hits on passages of one sentence each, with the rows of its tokens; a heading of one other token stands before. */
function compare(one: [Partial<Article>, number[]], other: [Partial<Article>, number[]]): boolean {
  const hits = [one, other].map(([facts], position): Hit => {
    const article = makeArticle({ id: `${position}`, text: 'A sentence.', ...facts });
    const sentence = { start: 0, end: article.text.length };
    const metadata = { article: article.id, heading: '', ...sentence, sentences: [sentence] };
    const passage = { pageContent: article.text, metadata };
    return { position, passage, article, sentence, score: 1, rank: 1 };
  });
  const tokens = tokensInMemory(
    [one, other].map(([, rows]) => ({
      rows: Int8Array.of(1, -127, ...rows),
      partEnds: [1, 1 + rows.length / 2],
    })),
  );
  return createSameStatement({ tokens, vectors: { dimension: 2 } })(hits[0] as Hit, hits[1] as Hit);
}

/** A row at a cosine with the row 127, 0. */
const at = (cosine: number): number[] => [
  Math.round(127 * cosine),
  Math.round(127 * Math.sqrt(1 - cosine ** 2)),
];
const ROW = at(1);

describe('createSameStatement', () => {
  const english = (text: string): [Partial<Article>, number[]] => [{ text }, ROW];
  const german = (text: string, rows = ROW): [Partial<Article>, number[]] => [{ text, language: 'de' }, rows];

  it('takes the same words for the same, whenever and wherever they are said, and no others in one language', () => {
    const copy = english('Russia attacked Ukraine, he said.');
    expect(compare(copy, [{ text: 'Russia attacked “Ukraine”, he said', date: '2024-01-01' }, at(0)])).toBe(
      true,
    );
    expect(compare([{ id: 'a' }, ROW], [{ id: 'a' }, ROW])).toBe(true);
    for (const other of ['Ukraine attacked Russia, he said.', 'Russia has not attacked Ukraine, he said.']) {
      expect(compare(copy, english(other))).toBe(false);
    }
  });

  it('asks for a likeness of .7 in two languages, in both directions', () => {
    const said = english('They talked.');
    expect(compare(said, german('Sie sprachen.', at(0.71)))).toBe(true);
    expect(compare(said, german('Sie sprachen.', at(0.69)))).toBe(false);
    expect(compare(said, german('Sie sprachen.', [...ROW, ...at(0)]))).toBe(false);
    expect(compare([{ text: 'They talked.', language: null }, ROW], german('Sie sprachen.'))).toBe(false);
  });

  it('takes no translations for the same in articles that are more than three days apart', () => {
    const on = (date: string | null): [Partial<Article>, number[]] => [{ text: 'They talked.', date }, ROW];
    const translated = (date: string): [Partial<Article>, number[]] => [
      { text: 'Sie sprachen.', language: 'de', date },
      ROW,
    ];
    expect(compare(on('2025-02-17'), translated('2025-02-20'))).toBe(true);
    expect(compare(on('2025-02-21'), translated('2025-02-17'))).toBe(false);
    expect(compare(on(null), translated('2025-02-17'))).toBe(true);
  });

  it('takes no translations for the same that have other numbers or names, or where one says "not"', () => {
    expect(compare(english('Then 176 drones by 38 men.'), german('38 Männer und 176 Drohnen.'))).toBe(true);
    expect(compare(english('Then 176 drones came.'), german('177 Drohnen kamen.'))).toBe(false);
    expect(compare(english('Then Lavrov came.'), german('Dann kam Lawrow.'))).toBe(true);
    expect(compare(english('Then Rubio came.'), german('Dann kam Lawrow.'))).toBe(false);
    expect(compare(english('They did not talk.'), german('Sie sprachen nicht.'))).toBe(true);
    expect(compare(english('They did not talk.'), german('Sie sprachen.'))).toBe(false);
  });
});

describe('statements in the four articles', () => {
  let library: RealLibrary;
  beforeAll(async () => {
    library = await openRealLibrary(inject('indexDir'));
  });

  /** The sentence that starts with some words, as if a search had found it. */
  function hitOn(words: string): Hit {
    const { passages, articles } = library.index;
    for (const [position, passage] of [...passages].entries()) {
      const article = articles.find(({ id }) => id === passage.metadata.article) as Article;
      const sentence = passage.metadata.sentences.find(({ start }) => article.text.startsWith(words, start));
      if (sentence) return { position, passage, article, sentence, score: 1, rank: 1 };
    }
    throw new Error(`No sentence starts with ${words}`);
  }

  it.each([
    ['Kremlin spokesman Dmitry Peskov stated the talks', 'Der Sprecher von Kreml, Dmitry Peskov,', true],
    ['Bruce stated that despite the fact', 'Bruce hat gesagt, dass die Ukraine', false],
    ['The American side was represented', 'Rubio wurde vom US -amerikanischen', false],
    ['Lavrov led the Russian delegation', 'Rubio wurde vom US -amerikanischen', false],
    ['Bruce stated that despite the fact', 'Der Sprecher von Kreml, Dmitry Peskov,', false],
    ['Neither Ukraine nor the EU participated', 'The Ukrainian president stated Monday', false],
  ])('are the same in %j and %j: %s', (one, other, isSame) => {
    expect(library.isSameStatement(hitOn(one), hitOn(other))).toBe(isSame);
    expect(library.isSameStatement(hitOn(other), hitOn(one))).toBe(isSame);
  });
});
