import { describe, expect, it } from 'vitest';
import { answerQuestion, answerToJson } from '../src/answer.js';
import { type Article, summaryOf } from '../src/article/article.js';
import { checkQuestion } from '../src/question.js';
import type { Hit } from '../src/search.js';

/** An article of sentences of three characters: "s0.s1.s2." */
function articleOf(id: string, sentences: number): Article {
  const facts = {
    title: null,
    publisher: 'Paper',
    authors: null,
    date: null,
    dateSource: null,
    dateReason: null,
  };
  const text = Array.from({ length: sentences }, (_, i) => `s${i}.`).join('');
  return { id, file: `${id}.txt`, entry: 0, ...facts, language: 'en', url: null, note: null, text, cuts: [] };
}
const [A, B] = [articleOf('a', 9), articleOf('b', 9)];

/** A hit on the sentences from `first` to `last`, of which `best` fits as well as `likeness` says. */
function hit(
  article: Article,
  first: number,
  last: number,
  score: number,
  best = first,
  likeness = score,
): Hit {
  const sentences = Array.from({ length: last - first + 1 }, (_, i) => ({
    start: (first + i) * 3,
    end: (first + i) * 3 + 3,
  }));
  const [start, end] = [first * 3, last * 3 + 3];
  const passage = {
    pageContent: article.text.slice(start, end),
    metadata: { article: article.id, start, end, sentences },
  };
  return { passage, article, sentence: { start: best * 3, end: best * 3 + 3, likeness }, score, rank: 1 };
}
const ask = (hits: Hit[]) =>
  answerQuestion('Why?', { articles: [A, B], search: async () => hits, threshold: 0.5 });
const textsOf = async (hits: Hit[]) => (await ask(hits)).quotes.map(({ text }) => text);

describe('answerQuestion', () => {
  it('quotes up to three places, the best first, each with its best sentence', async () => {
    const answer = await ask([hit(A, 0, 1, 0.9, 1), hit(B, 4, 5, 0.8), hit(A, 6, 7, 0.7), hit(B, 0, 1, 0.6)]);
    expect(answer).toMatchObject({ question: 'Why?', answered: true, reason: null });
    expect(answer.nearest).toBeUndefined();
    expect(answer.quotes).toEqual([
      {
        text: 's0.s1.',
        start: 0,
        end: 6,
        highlight: { start: 3, end: 6 },
        score: 0.9,
        article: summaryOf(A),
      },
      {
        text: 's4.s5.',
        start: 12,
        end: 18,
        highlight: { start: 12, end: 15 },
        score: 0.8,
        article: summaryOf(B),
      },
      {
        text: 's6.s7.',
        start: 18,
        end: 24,
        highlight: { start: 18, end: 21 },
        score: 0.7,
        article: summaryOf(A),
      },
    ]);
  });

  it('makes one quote of places that overlap, with the best sentence of all', async () => {
    const { quotes } = await ask([hit(A, 2, 4, 0.9, 2, 0.6), hit(B, 0, 0, 0.8), hit(A, 4, 6, 0.7, 6, 0.65)]);
    expect(quotes).toMatchObject([
      { text: 's2.s3.s4.s5.s6.', highlight: { start: 18, end: 21 }, score: 0.9 },
      { text: 's0.', score: 0.8 },
    ]);
  });

  it('makes one quote of two places that a third joins', async () => {
    expect(
      await textsOf([hit(A, 0, 2, 0.9), hit(A, 4, 6, 0.8), hit(B, 0, 0, 0.7), hit(A, 2, 4, 0.6)]),
    ).toEqual(['s0.s1.s2.s3.s4.s5.s6.', 's0.']);
  });

  it('does not join places that only touch, nor those of two articles', async () => {
    expect(await textsOf([hit(A, 0, 1, 0.9), hit(A, 2, 3, 0.8), hit(B, 1, 2, 0.7)])).toEqual([
      's0.s1.',
      's2.s3.',
      's1.s2.',
    ]);
  });

  it('leaves out what scores below the threshold', async () => {
    expect(await textsOf([hit(A, 0, 1, 0.5), hit(B, 4, 5, 0.49)])).toEqual(['s0.s1.']);
  });

  it('refuses with a reason and the nearest place of each article where nothing reaches the threshold', async () => {
    const answer = await ask([hit(A, 0, 1, 0.4), hit(A, 4, 5, 0.3), hit(B, 4, 5, 0.2)]);
    expect(answer).toMatchObject({
      answered: false,
      reason: 'Nothing was found in the articles that answers this question.',
      quotes: [],
    });
    expect(answer.nearest?.map(({ text, article }) => [text, article.id])).toEqual([
      ['s0.s1.', 'a'],
      ['s4.s5.', 'b'],
    ]);
  });

  it('is printed with the facts of its articles, and without their texts', async () => {
    const answer = { ...(await ask([hit(A, 0, 0, 0.9)])), ms: 1.5 };
    expect(answerToJson(answer)).toEqual({
      question: 'Why?',
      answered: true,
      reason: null,
      quotes: [
        {
          text: 's0.',
          start: 0,
          end: 3,
          highlight: { start: 0, end: 3 },
          score: 0.9,
          article: {
            id: 'a',
            file: 'a.txt',
            entry: 0,
            title: null,
            publisher: 'Paper',
            authors: null,
            date: null,
            dateSource: null,
            language: 'en',
            url: null,
            note: null,
          },
        },
      ],
      ms: 1.5,
    });
  });
});

describe('checkQuestion', () => {
  it('puts a question on one line, without what cannot be seen', () => {
    expect(checkQuestion('  Who\u200B led\n the\tdelegation? ')).toBe('Who led the delegation?');
  });

  it.each([
    ['', 'A question has 2 to 300 characters; this one is empty.'],
    [' \n ', 'this one is empty'],
    ['\u200B?', 'this one has 1.'],
    ['x'.repeat(301), 'this one has 301'],
    ['x'.repeat(10_000), 'this one has 10,000'],
    ['Who\u001B[2J led?', 'this one holds control characters'],
    ['Who\u0000?', 'this one holds control characters'],
  ])('refuses %j', (question, message) => {
    expect(() => checkQuestion(question)).toThrow(message);
  });

  it('counts characters as people do', () => {
    expect(checkQuestion('😀'.repeat(300))).toBe('😀'.repeat(300));
    expect(() => checkQuestion('😀'.repeat(301))).toThrow('this one has 301');
  });
});
