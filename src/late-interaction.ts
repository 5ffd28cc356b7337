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
  const { dimension } = question;
  const sums = { passage: 0, sentences: sentenceEnds.map(() => 0) };
  const lengths = lengthsOf(rows, dimension);
  const count = question.count || 1;
  for (let asked = 0; asked < question.count; asked++) {
    const row = question.row(asked);
    let best = -1;
    let token = 0;
    for (const [sentence, end] of sentenceEnds.entries()) {
      let bestOfSentence = -1;
      for (; token < end; token++) {
        const start = token * dimension;
        let dot = 0;
        for (let i = 0; i < dimension; i++) dot += (row[i] as number) * (rows[start + i] as number);
        bestOfSentence = Math.max(bestOfSentence, dot / (lengths[token] as number));
      }
      sums.sentences[sentence] = (sums.sentences[sentence] ?? 0) + bestOfSentence;
      best = Math.max(best, bestOfSentence);
    }
    sums.passage += best;
  }
  return {
    passage: sums.passage / count,
    sentences: sums.sentences.map((sum) => sum / count),
  };
}

function lengthsOf(rows: Int8Array, dimension: number): number[] {
  return Array.from({ length: rows.length / dimension }, (_, token) => {
    let squares = 0;
    for (let i = token * dimension; i < (token + 1) * dimension; i++) squares += (rows[i] as number) ** 2;
    return Math.sqrt(squares) || 1;
  });
}
