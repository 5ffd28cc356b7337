/** Of one question: the grades of the documents found, in their order, and of all that are right. */
export interface Ranking {
  found: number[];
  right: number[];
}

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002), with the grade as gain. */
export function ndcg10({ found, right }: Ranking): number {
  const gain = (grades: number[]): number =>
    grades.slice(0, 10).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
  const ideal = gain([...right].sort((one, other) => other - one));
  return ideal === 0 ? 0 : gain(found) / ideal;
}

/** One over the rank of the first right document among the first ten; 0 where there is none. */
export function reciprocalRank10({ found }: Ranking): number {
  const rank = found.slice(0, 10).findIndex((grade) => grade > 0);
  return rank < 0 ? 0 : 1 / (rank + 1);
}

/** The share of the right documents that are among the first `count`. */
export function recall({ found, right }: Ranking, count: number): number {
  const all = right.filter((grade) => grade > 0).length;
  return all === 0 ? 0 : found.slice(0, count).filter((grade) => grade > 0).length / all;
}

/**
 * The area under the ROC curve: the chance that one of `positive` is larger than one of `negative`, ties counting half
 * (Fawcett 2006, "An introduction to ROC analysis"). NaN where either is empty.
 */
export function auroc(positive: number[], negative: number[]): number {
  const all = [
    ...positive.map((score) => ({ score, isPositive: true })),
    ...negative.map((score) => ({ score, isPositive: false })),
  ];
  all.sort((one, other) => one.score - other.score);
  let ranks = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.score === all[start]?.score) end++;
    const positives = all.slice(start, end).filter(({ isPositive }) => isPositive).length;
    ranks += (positives * (start + 1 + end)) / 2;
    start = end;
  }
  return (ranks - (positive.length * (positive.length + 1)) / 2) / (positive.length * negative.length);
}

export const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const round = (value: number, digits: number): number => Number(value.toFixed(digits));
