import { describe, expect, it } from 'vitest';
import { type AskedTime, dayFit } from '../src/day/day-fit.js';
import { makeArticle } from './make-article.js';

const NOT_ASKED: AskedTime = { days: [], isLatest: false, newest: null, oldest: null };
const article = makeArticle({ date: '2025-02-19' });

describe('dayFit', () => {
  const asked = { ...NOT_ASKED, days: ['--02-18'] };

  it.each([
    ['They met on Feb. 18.', 'They met on Feb. 18.', '2025-02-19', 0.05],
    ['They met on Tuesday.', 'They met on Tuesday.', '2025-02-19', 0.05],
    ['He left.', 'They met on Tuesday. He left.', '2025-02-19', 0.035],
    ['He left.', 'He left.', '2025-02-18', 0.025],
    ['They met on Feb. 19.', 'They met on Feb. 19.', '2025-02-19', -0.05],
    ['They met on Feb. 19.', 'On Tuesday. They met on Feb. 19.', '2025-02-19', -0.05],
    ['They met on Tuesday.', 'They met on Tuesday.', null, 0],
  ])('of %j in %j, published %s, adds %d', (sentence, passage, date, bonus) => {
    expect(dayFit(sentence, passage, makeArticle({ date }), asked)).toEqual({ bonus, isDayFound: bonus > 0 });
  });

  it('adds nothing where no day is asked for', () => {
    expect(dayFit('On Feb. 18.', 'On Feb. 18.', article, NOT_ASKED)).toEqual({ bonus: 0, isDayFound: false });
  });

  it('adds the more the newer an article is where the latest is asked for', () => {
    const latest = { days: [], isLatest: true, newest: '2025-02-21', oldest: '2025-02-17' };
    const bonusOf = (date: string | null): number =>
      dayFit('So.', 'So.', makeArticle({ date }), latest).bonus;
    expect(['2025-02-17', '2025-02-18', '2025-02-21', null].map(bonusOf)).toEqual([0, 0.01, 0.04, 0]);
    const oneDay = { ...latest, oldest: '2025-02-21' };
    expect(dayFit('So.', 'So.', makeArticle({ date: '2025-02-21' }), oneDay).bonus).toBe(0);
  });
});
