import { cosineMatrix } from './cosine-matrix.js';
import type { States } from './embedding/pooling.js';
import type { PassageTokens } from './index/token-states.js';

/** How well a passage and each of its sentences fit a question, token by token; cosines. */
export interface Likeness {
  passage: number;
  sentences: number[];
}

/**
 * Late interaction (Khattab and Zaharia 2020, "ColBERT", arXiv 2004.12832): each token of the question is compared
 * with every token of the passage, and the best cosines are averaged. One vector for a whole passage tells what it
 * is about; this tells whether the words of the question, in whatever language, are answered in it.
 * @param question each row of length 1; where there is no token, nothing is alike
 */
export function lateInteraction(question: States, { rows, sentenceEnds }: PassageTokens): Likeness {
  const cosines = cosineMatrix(question, rows);
  const best = new Float64Array(question.count).fill(-1);
  const sentences = sentenceEnds.map((end, i) => {
    const bestOfSentence = best.map((_, asked) => {
      let most = -1;
      for (let token = sentenceEnds[i - 1] ?? 0; token < end; token++) {
        most = Math.max(most, cosines.at(asked, token));
      }
      return most;
    });
    for (const [asked, cosine] of bestOfSentence.entries()) {
      best[asked] = Math.max(best[asked] as number, cosine);
    }
    return mean(bestOfSentence);
  });
  return { passage: mean(best), sentences };
}

/** Where there is nothing, nothing is alike. */
function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
