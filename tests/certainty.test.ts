import fc from 'fast-check';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { answerQuestion } from '../src/answer.js';
import { certaintyOf, LEAST_CERTAINTY, measureBaseline } from '../src/certainty.js';
import type { Hit, QuestionFacts, Search } from '../src/search.js';
import { UNRELATED_QUESTIONS } from '../src/unrelated-questions.js';
import { openRealLibrary, type RealLibrary } from './real-library.js';

const FACTS: QuestionFacts = { unknown: 0, known: 0.5, weakest: 0.5, unmentioned: [], daysNotFound: [] };
const BASELINE = { unshared: 0.6, shared: 0.1, deviation: 0.05 };

describe('certaintyOf', () => {
  it('is a half at 3.2 standard deviations above what unrelated questions score', () => {
    // Expected are .6 and half of .1; a tenth of the weakest part is added to the score.
    expect(certaintyOf(0.76, FACTS, BASELINE)).toBeCloseTo(0.5, 10);
    expect(certaintyOf(0.81, FACTS, BASELINE)).toBeCloseTo(1 / (1 + Math.exp(-1)), 10);
    expect(certaintyOf(0.76, { ...FACTS, known: 1 }, BASELINE)).toBeCloseTo(1 / (1 + Math.E), 10);
    expect(certaintyOf(0.76, { ...FACTS, weakest: 1 }, BASELINE)).toBeCloseTo(1 / (1 + 1 / Math.E), 10);
  });

  it('is lower for a name by how clearly no article mentions it, and for a day that was not found', () => {
    const [unmentioned, daysNotFound] = [
      [
        { name: 'Merkel', clearness: 0.125 },
        { name: 'Merz', clearness: 0.01 },
      ],
      ['--03-03'],
    ];
    expect(certaintyOf(0.76, { ...FACTS, unmentioned }, BASELINE)).toBeCloseTo(1 / (1 + Math.exp(2)), 10);
    expect(certaintyOf(0.76, { ...FACTS, daysNotFound }, BASELINE)).toBeCloseTo(1 / (1 + Math.exp(2)), 10);
    expect(certaintyOf(0.76, { ...FACTS, unmentioned, daysNotFound }, BASELINE)).toBeCloseTo(
      1 / (1 + Math.exp(4)),
      10,
    );
  });

  it('is between 0 and 1 and rises with the score, whatever the index, also where it has no spread', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (one, other, unshared, deviation) => {
        const [low, high] = [one, other]
          .sort((a, b) => a - b)
          .map((score) => certaintyOf(score, FACTS, { unshared, shared: 0.1, deviation })) as [
          number,
          number,
        ];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});

describe('measureBaseline', () => {
  /** A search that answers every other question of the unrelated ones in one of two ways. */
  const alternating =
    (first: Partial<QuestionFacts>, second: Partial<QuestionFacts>, scores: [number, number]): Search =>
    async (question) => {
      const odd = UNRELATED_QUESTIONS.indexOf(question) % 2;
      const hit = { score: scores[odd] } as Hit;
      return { hits: [hit], question: { ...FACTS, weakest: 0, ...(odd ? second : first) } };
    };

  it('is a line over the share of known words, with half of its slope', async () => {
    expect(UNRELATED_QUESTIONS.length % 2).toBe(0);
    const baseline = await measureBaseline(alternating({ known: 0 }, { known: 1 }, [0.6, 0.7]));
    expect(baseline.shared).toBeCloseTo(0.05, 10);
    expect(baseline.unshared).toBeCloseTo(0.625, 10);
    expect(baseline.deviation).toBeCloseTo(0.025, 10);
  });

  it('counts the weakest part of a question, and not that a name or a day was not found', async () => {
    const other = {
      weakest: 1,
      unmentioned: [{ name: 'Hamlet', clearness: 0.1 }],
      daysNotFound: ['--03-03'],
    };
    const baseline = await measureBaseline(alternating({}, other, [0.6, 0.6]));
    expect(baseline.shared).toBe(0);
    expect(baseline.unshared).toBeCloseTo(0.65, 10);
    expect(baseline.deviation).toBeCloseTo(0.05, 10);
  });
});

describe('the certainty of answers from the four articles', () => {
  let library: RealLibrary;
  beforeAll(async () => {
    library = await openRealLibrary(inject('indexDir'));
  });

  it('rests on the baseline that the index was built with', async () => {
    const measured = await measureBaseline(library.search);
    expect(measured.unshared).toBeCloseTo(library.baseline.unshared, 6);
    expect(measured.shared).toBeCloseTo(library.baseline.shared, 6);
    expect(measured.deviation).toBeCloseTo(library.baseline.deviation, 6);
  });

  it('is above the least for what they answer, in descending order, and below for what they do not', async () => {
    const { quotes } = await answerQuestion('Who led the Russian delegation in Riyadh?', library);
    const scores = quotes.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(scores.at(0)).toBeGreaterThan(0.9);
    expect(scores.at(-1)).toBeGreaterThanOrEqual(LEAST_CERTAINTY);
    const { nearest } = await answerQuestion('How many people live in Iceland?', library);
    expect(nearest?.[0]?.score).toBeLessThan(0.05);
  });
});
