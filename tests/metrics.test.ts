import { describe, expect, it } from 'vitest';
import { auroc, mean, ndcg10, recall, reciprocalRank10, round } from '../src/eval/metrics.js';
import { percentile } from '../src/percentile.js';

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

describe('ndcg10', () => {
  it('is 1 where the right documents come first, the best before the others', () => {
    expect(ndcg10({ found: [3, 2, 1, 0, 0], right: [1, 3, 2] })).toBe(1);
    expect(ndcg10({ found: [1], right: [1] })).toBe(1);
  });

  it('divides the gain of a document by the logarithm of its rank, with the grade as gain', () => {
    // 1 / log2(3)
    expect(ndcg10({ found: [0, 1], right: [1] })).toBeCloseTo(0.63093, 5);
    // 1 / log2(4)
    expect(ndcg10({ found: [0, 0, 1], right: [1] })).toBe(0.5);
    // (1 + 2 / log2(3)) / (2 + 1 / log2(3)): two grades in the wrong order.
    expect(ndcg10({ found: [1, 2], right: [2, 1] })).toBeCloseTo(0.859719, 6);
    // (1 + 1 / log2(4)) / (1 + 1 / log2(3) + 1 / log2(4)): one of three is missing.
    expect(ndcg10({ found: [1, 0, 1], right: [1, 1, 1] })).toBeCloseTo(0.703918, 6);
  });

  it('counts the tenth document and not the eleventh', () => {
    // 1 / log2(11)
    expect(ndcg10({ found: [...zeros(9), 1], right: [1] })).toBeCloseTo(0.289065, 6);
    expect(ndcg10({ found: [...zeros(10), 1], right: [1] })).toBe(0);
  });

  it('compares with the best ten where more than ten are right', () => {
    const right = Array.from({ length: 20 }, () => 1);
    expect(ndcg10({ found: right.slice(0, 10), right })).toBe(1);
  });

  it('is 0 where nothing is found, or nothing is right', () => {
    expect(ndcg10({ found: [], right: [1] })).toBe(0);
    expect(ndcg10({ found: [0, 0], right: [] })).toBe(0);
  });
});

describe('reciprocalRank10', () => {
  it('is one over the rank of the first right document', () => {
    expect(reciprocalRank10({ found: [2, 0, 1], right: [2, 1] })).toBe(1);
    expect(reciprocalRank10({ found: [0, 0, 1, 3], right: [1, 3] })).toBe(1 / 3);
  });

  it('counts the tenth document and not the eleventh', () => {
    expect(reciprocalRank10({ found: [...zeros(9), 1], right: [1] })).toBe(0.1);
    expect(reciprocalRank10({ found: [...zeros(10), 1], right: [1] })).toBe(0);
    expect(reciprocalRank10({ found: [], right: [1] })).toBe(0);
  });
});

describe('recall', () => {
  it('is the share of the right documents among the first, whatever their grades', () => {
    const ranking = { found: [0, 1, 0, 3, 0, 0, 1], right: [3, 1, 1, 2] };
    expect([1, 2, 5, 10].map((count) => recall(ranking, count))).toEqual([0, 0.25, 0.5, 0.75]);
  });

  it('is 0 where nothing is found, or nothing is right', () => {
    expect(recall({ found: [], right: [1, 1] }, 10)).toBe(0);
    expect(recall({ found: [0], right: [] }, 10)).toBe(0);
    expect(recall({ found: [0], right: [0] }, 10)).toBe(0);
  });
});

describe('auroc', () => {
  it('is the share of the pairs in which the positive one is larger', () => {
    expect(auroc([3, 4], [1, 2])).toBe(1);
    expect(auroc([1, 2], [3, 4])).toBe(0);
    // 4 > 1, 4 > 3, 2 > 1, but not 2 > 3.
    expect(auroc([4, 2], [1, 3])).toBe(0.75);
    // 5 beats three of three, 3 two of three, 1 none: 5 of 9.
    expect(auroc([1, 5, 3], [2, 2.5, 4])).toBeCloseTo(5 / 9, 12);
  });

  it('counts ties half', () => {
    expect(auroc([1], [1])).toBe(0.5);
    expect(auroc([7, 7, 7], [7, 7])).toBe(0.5);
    // 2 > 1 and 2 = 2 for the first, 3 > 1 and 3 > 2 for the second: 3.5 of 4.
    expect(auroc([2, 3], [1, 2])).toBe(0.875);
    // 1 = 1 thrice and 1 < 2: 1.5 of 4.
    expect(auroc([1], [1, 1, 1, 2])).toBe(0.375);
  });

  it('changes nothing in what it is given', () => {
    const [positive, negative] = [
      [3, 1],
      [2, 0],
    ];
    expect(auroc(positive, negative)).toBe(0.75);
    expect([positive, negative]).toEqual([
      [3, 1],
      [2, 0],
    ]);
  });

  it('is not a number where one of the two is empty', () => {
    expect(auroc([], [1])).toBeNaN();
    expect(auroc([1], [])).toBeNaN();
    expect(auroc([], [])).toBeNaN();
  });
});

describe('percentile', () => {
  it('is the value at the nearest rank, never one between two', () => {
    // The example of the definition: ranks 1, 2, 2, 3 and 5.
    const values = [50, 15, 40, 20, 35];
    expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(values, share))).toEqual([15, 20, 20, 35, 50]);
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([0.5, 0.95, 0.99].map((share) => percentile(hundred, share))).toEqual([50, 95, 99]);
    expect(values).toEqual([50, 15, 40, 20, 35]);
  });

  it('orders numbers as numbers', () => {
    expect(percentile([9, 100, 10], 0.5)).toBe(10);
  });

  it('is the least value for a share of 0, the only one of one, and not a number of none', () => {
    expect(percentile([3, 1, 2], 0)).toBe(1);
    expect([0, 0.5, 1].map((share) => percentile([8], share))).toEqual([8, 8, 8]);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('a figure', () => {
  it('is a mean, rounded to some digits', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNaN();
    expect(round(2 / 3, 4)).toBe(0.6667);
    expect(round(12.349, 1)).toBe(12.3);
  });
});
