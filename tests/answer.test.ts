import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../src/answer.js';
import { summaryOf } from '../src/article/article.js';
import type { Library } from '../src/library.js';
import type { Hit } from '../src/search.js';
import { A, articleOf, B, hit, libraryOf, logged } from './made-library.js';

const ask = (hits: Hit[], changes: Partial<Library> = {}) => answerQuestion('Why?', libraryOf(hits, changes));
const textsOf = async (hits: Hit[]) => (await ask(hits)).quotes.map(({ text }) => text);

describe('answerQuestion', () => {
  it('quotes up to three places, the best first, each with its best sentence', async () => {
    const answer = await ask([
      hit(A, 0, 1, 0.96, 1),
      hit(B, 4, 5, 0.9),
      hit(A, 6, 7, 0.76),
      hit(B, 0, 1, 0.7),
    ]);
    expect(answer).toMatchObject({ question: 'Why?', answered: true, reason: null });
    expect(answer.nearest).toBeUndefined();
    expect(answer.quotes).toEqual([
      {
        text: 's0.s1.',
        start: 0,
        end: 6,
        highlight: { start: 3, end: 6 },
        score: 0.8022,
        article: summaryOf(A),
        alsoIn: [],
      },
      {
        text: 's4.s5.',
        start: 12,
        end: 18,
        highlight: { start: 12, end: 15 },
        score: 0.69,
        article: summaryOf(B),
        alsoIn: [],
      },
      {
        text: 's6.s7.',
        start: 18,
        end: 24,
        highlight: { start: 18, end: 21 },
        score: 0.3543,
        article: summaryOf(A),
        alsoIn: [],
      },
    ]);
  });

  it('leaves out a place that overlaps a better one, and keeps those that only touch', async () => {
    expect(await textsOf([hit(A, 2, 4, 0.9), hit(A, 4, 6, 0.8), hit(B, 2, 4, 0.75)])).toEqual([
      's2.s3.s4.',
      's2.s3.s4.',
    ]);
    expect(await textsOf([hit(A, 2, 3, 0.9), hit(A, 0, 1, 0.8)])).toEqual(['s2.s3.', 's0.s1.']);
    expect(await textsOf([hit(A, 0, 1, 0.9), hit(A, 2, 3, 0.8), hit(B, 1, 2, 0.75)])).toEqual([
      's0.s1.',
      's2.s3.',
      's1.s2.',
    ]);
  });

  it('names with a quote the other articles that say the same, each once', async () => {
    const C = articleOf('c', 9);
    const { quotes } = await ask(
      [hit(A, 0, 1, 0.9), hit(B, 0, 1, 0.8), hit(B, 4, 5, 0.8), hit(C, 0, 1, 0.7)],
      {
        articles: [A, B, C],
        isSameStatement: (one, other) => one.article !== other.article,
      },
    );
    expect(quotes).toMatchObject([
      { text: 's0.s1.', article: { id: 'a' }, alsoIn: [summaryOf(B), summaryOf(C)] },
    ]);
  });

  it('leaves out what is less certain than .22', async () => {
    // At 1.925 deviations above the baseline the certainty is .2184, at 1.94 it is .2210.
    expect(await textsOf([hit(A, 0, 1, 0.694), hit(B, 4, 5, 0.6925)])).toEqual(['s0.s1.']);
  });

  it('refuses with a reason and the nearest place of each article where nothing is certain enough', async () => {
    const answer = await ask([hit(A, 0, 1, 0.6), hit(A, 4, 5, 0.55), hit(B, 4, 5, 0.5)]);
    expect(answer).toMatchObject({
      answered: false,
      reason: 'The articles do not answer this. The nearest passage is from Paper.',
      quotes: [],
    });
    expect(answer.nearest?.map(({ text, article, score }) => [text, article.id, score])).toEqual([
      ['s0.s1.', 'a', 0.0998],
      ['s4.s5.', 'b', 0.0392],
    ]);
  });

  it('hands the filters to the search', async () => {
    const search: Library['search'] = async (question, filters) => {
      throw new Error(`${question} ${JSON.stringify(filters)}`);
    };
    await expect(answerQuestion(' Why? ', libraryOf([], { search }), { language: 'de' })).rejects.toThrow(
      'Why? {"language":"de"}',
    );
  });

  it('drops a quote that is no slice of its article, and logs it without its words', async () => {
    logged.length = 0;
    const changed = { ...A, text: A.text.toUpperCase() };
    const answer = await ask([hit(changed, 0, 1, 0.96), hit(B, 4, 5, 0.9)]);
    expect(answer.quotes.map(({ text }) => text)).toEqual(['s4.s5.']);
    expect(logged).toEqual([
      ['Dropped a quote', { fault: 'it is no slice of its article', article: 'a', start: 0, end: 6 }],
    ]);
  });

  it('refuses where every quote was dropped, and shows none of them as the nearest', async () => {
    logged.length = 0;
    const answer = await ask([hit({ ...A, id: 'c' }, 0, 1, 0.96)]);
    expect(answer).toMatchObject({
      answered: false,
      reason: 'The articles do not answer this.',
      nearest: [],
    });
    expect(logged).toContainEqual([
      'Dropped a quote',
      { fault: 'it is of no article', article: 'c', start: 0, end: 6 },
    ]);
  });
});
