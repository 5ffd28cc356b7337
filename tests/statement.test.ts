import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Article } from '../src/article/article.js';
import type { IndexContents } from '../src/index/open.js';
import { TokenStates } from '../src/index/token-states.js';
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
  const tokens = TokenStates.of(
    [one, other].map(([, rows]) => ({
      rows: Int8Array.of(1, -127, ...rows),
      partEnds: [1, 1 + rows.length / 2],
    })),
  );
  const index = { tokens, passages: { dimension: 2 } } as unknown as IndexContents;
  return createSameStatement(index)(hits[0] as Hit, hits[1] as Hit);
}

/** A row at a cosine with the row 127, 0. */
const at = (cosine: number): number[] => [
  Math.round(127 * cosine),
  Math.round(127 * Math.sqrt(1 - cosine ** 2)),
];
const ROW = at(1);

describe('createSameStatement', () => {
  it('asks for a likeness of .78 in one language, and of .68 in two', () => {
    const german = { language: 'de' };
    expect(compare([{}, ROW], [{}, at(0.8)])).toBe(true);
    expect(compare([{}, ROW], [{}, at(0.75)])).toBe(false);
    expect(compare([{}, ROW], [german, at(0.7)])).toBe(true);
    expect(compare([{}, ROW], [german, at(0.65)])).toBe(false);
  });

  it('goes by the direction in which they are less alike', () => {
    const more = [...ROW, ...at(0)];
    expect(compare([{}, ROW], [{}, more])).toBe(false);
    expect(compare([{}, more], [{}, ROW])).toBe(false);
    expect(compare([{}, more], [{}, more])).toBe(true);
  });

  it('takes no sentences of one article for the same', () => {
    expect(compare([{ id: 'a' }, ROW], [{ id: 'a' }, ROW])).toBe(false);
  });

  it('takes no sentences for the same in articles that are more than three days apart', () => {
    expect(compare([{ date: '2025-02-17' }, ROW], [{ date: '2025-02-20' }, ROW])).toBe(true);
    expect(compare([{ date: '2025-02-21' }, ROW], [{ date: '2025-02-17' }, ROW])).toBe(false);
    expect(compare([{ date: null }, ROW], [{ date: '2025-02-17' }, ROW])).toBe(true);
  });

  it('takes no sentences for the same that have other numbers, in whatever order', () => {
    const of = (text: string): [Partial<Article>, number[]] => [{ text }, ROW];
    expect(compare(of('176 drones by 38 men.'), of('38 men flew 176 drones.'))).toBe(true);
    expect(compare(of('176 drones came.'), of('177 drones came.'))).toBe(false);
    expect(compare(of('176 drones came.'), of('The drones came.'))).toBe(false);
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
    for (const [position, passage] of passages.all.entries()) {
      const article = articles.find(({ id }) => id === passage.metadata.article) as Article;
      const sentence = passage.metadata.sentences.find(({ start }) => article.text.startsWith(words, start));
      if (sentence) return { position, passage, article, sentence, score: 1, rank: 1 };
    }
    throw new Error(`No sentence starts with ${words}`);
  }

  it.each([
    ['Kremlin spokesman Dmitry Peskov stated the talks', 'Der Sprecher von Kreml, Dmitry Peskov,', true],
    ['Bruce stated that despite the fact', 'Bruce hat gesagt, dass die Ukraine', true],
    ['The American side was represented', 'Rubio wurde vom US -amerikanischen', true],
    ['Lavrov led the Russian delegation', 'Rubio wurde vom US -amerikanischen', false],
    ['Bruce stated that despite the fact', 'Der Sprecher von Kreml, Dmitry Peskov,', false],
    ['Neither Ukraine nor the EU participated', 'The Ukrainian president stated Monday', false],
  ])('are the same in %j and %j: %s', (one, other, isSame) => {
    expect(library.isSameStatement(hitOn(one), hitOn(other))).toBe(isSame);
    expect(library.isSameStatement(hitOn(other), hitOn(one))).toBe(isSame);
  });
});
