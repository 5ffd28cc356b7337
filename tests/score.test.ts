import { describe, expect, it } from 'vitest';
import { type Likeness, scoreOf, WEIGHTS } from '../src/score.js';

const LIKENESS: Likeness = { passage: 1, article: 0, words: 1, surroundings: 0, sentence: 1, pair: 0 };
const EACH = (likeness: number): Likeness => ({
  passage: likeness,
  article: likeness,
  words: likeness,
  surroundings: likeness,
  sentence: likeness,
  pair: likeness,
});

describe('scoreOf', () => {
  it('is the weighted sum of the likenesses, whose weights are 1 together', () => {
    expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
    expect(scoreOf(LIKENESS)).toBeCloseTo(0.3 + 0.02 + 0.13, 10);
    expect(scoreOf(EACH(0.6))).toBeCloseTo(0.6, 10);
  });

  it('scales up what is left where parts are left out', () => {
    expect(scoreOf(LIKENESS, ['article'])).toBeCloseTo(0.45 / 0.7, 10);
    expect(scoreOf(LIKENESS, ['words'])).toBeCloseTo(0.43 / 0.98, 10);
    expect(scoreOf(LIKENESS, ['tokens'])).toBeCloseTo(0.32 / 0.62, 10);
    expect(scoreOf(LIKENESS, ['article', 'words', 'tokens'])).toBeCloseTo(1, 10);
  });

  it('lies between 0 and 1', () => {
    expect(scoreOf(EACH(-0.2))).toBe(0);
    expect(scoreOf(EACH(1.0001))).toBe(1);
  });
});
