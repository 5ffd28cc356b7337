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
  const { dimension, count } = question;
  const asked = Float64Array.from(question.values);
  const row = new Float64Array(dimension);
  const best = new Float64Array(count).fill(-1);
  let token = 0;
  const sentences = sentenceEnds.map((end) => {
    const bestOfSentence = new Float64Array(count).fill(-1);
    for (; token < end; token++) {
      readRow(rows, token, row);
      for (let i = 0; i < count; i++) {
        const cosine = dotProduct(asked, i * dimension, row);
        if (cosine > (bestOfSentence[i] as number)) bestOfSentence[i] = cosine;
      }
    }
    for (const [i, cosine] of bestOfSentence.entries()) best[i] = Math.max(best[i] as number, cosine);
    return mean(bestOfSentence);
  });
  return { passage: mean(best), sentences };
}

/** Where there is nothing, nothing is alike. */
function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

/** A row of 8-bit numbers, at length 1. */
function readRow(rows: Int8Array, token: number, row: Float64Array): void {
  let squares = 0;
  for (let i = 0, from = token * row.length; i < row.length; i++) {
    const value = rows[from + i] as number;
    row[i] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) / length;
}

/**
 * Of the row that begins at an offset with another. A search spends most of its time here, and four sums that need not
 * wait for each other take two thirds of the time of one.
 */
function dotProduct(rows: Float64Array, start: number, row: Float64Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = row.length - (row.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += (rows[start + i] as number) * (row[i] as number);
    b += (rows[start + i + 1] as number) * (row[i + 1] as number);
    c += (rows[start + i + 2] as number) * (row[i + 2] as number);
    d += (rows[start + i + 3] as number) * (row[i + 3] as number);
  }
  for (let i = whole; i < row.length; i++) a += (rows[start + i] as number) * (row[i] as number);
  return a + b + c + d;
}
