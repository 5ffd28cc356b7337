import { cosineMatrix } from './cosine-matrix.js';
import type { Piece } from './embedding/piece.js';
import type { States } from './embedding/pooling.js';
import type { PassageTokens } from './index/token-states.js';

/** For each token of a question, its best cosine among the tokens of a text. */
export type BestCosines = Float64Array;

/**
 * Late interaction (Khattab and Zaharia 2020, "ColBERT", arXiv 2004.12832): each token of the question is compared
 * with every token of the passage. One vector for a whole passage tells what it is about; this tells whether the words
 * of the question, in whatever language, are answered in it.
 * @param question each row of length 1
 * @returns of the title and of each sentence, in their order
 */
export function compareTokens(question: States, { rows, partEnds }: PassageTokens): BestCosines[] {
  const cosines = cosineMatrix(question, rows);
  const tokens = rows.length / question.dimension;
  let start = 0;
  return partEnds.map((end) => {
    const best = new Float64Array(question.count).fill(-1);
    for (let asked = 0; asked < question.count; asked++) {
      let most = -1;
      for (let i = asked * tokens + start; i < asked * tokens + end; i++)
        most = Math.max(most, cosines[i] as number);
      best[asked] = most;
    }
    start = end;
    return best;
  });
}

/** The best cosines among the tokens of several texts together. */
export function bestOfAll(parts: BestCosines[], count: number): BestCosines {
  const best = new Float64Array(count).fill(-1);
  for (const part of parts) {
    for (let i = 0; i < count; i++) best[i] = Math.max(best[i] as number, part[i] as number);
  }
  return best;
}

/** How well a text fits a question, token by token: the mean of the best cosines, weighted by what each token says. */
export function likenessOf(best: BestCosines, pieces: Piece[]): number {
  let [sum, total] = [0, 0];
  for (const [i, { weight }] of pieces.entries()) {
    sum += weight * (best[i] ?? -1);
    total += weight;
  }
  return sum / (total || 1);
}

/**
 * The same for the part of the question that fits worst: a quarter of it, by weight. Who asks for what the articles do
 * not say about somebody whom they do mention has a word there that nothing fits.
 */
export function weakestLikeness(best: BestCosines, pieces: Piece[], share = 0.25): number {
  const total = pieces.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const ascending = pieces
    .map(({ weight }, i) => ({ weight: weight / total, cosine: best[i] ?? -1 }))
    .sort((one, other) => one.cosine - other.cosine);
  let [taken, sum] = [0, 0];
  for (const { weight, cosine } of ascending) {
    const part = Math.min(weight, share - taken);
    taken += part;
    sum += part * cosine;
  }
  return sum / (taken || 1);
}
