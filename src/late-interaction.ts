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
  const tokens = rows.length / question.dimension;
  const best = new Float64Array(question.count).fill(-1);
  let start = 0;
  const sentences = sentenceEnds.map((end) => {
    let sum = 0;
    for (let asked = 0; asked < question.count; asked++) {
      let most = -1;
      for (let i = asked * tokens + start; i < asked * tokens + end; i++)
        most = Math.max(most, cosines[i] as number);
      best[asked] = Math.max(best[asked] as number, most);
      sum += most;
    }
    start = end;
    return sum / (question.count || 1);
  });
  return { passage: best.reduce((sum, most) => sum + most, 0) / (question.count || 1), sentences };
}
