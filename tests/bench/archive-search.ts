import { findCandidates } from '../../src/candidates.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import type { OpenIndex } from '../../src/index/open.js';
import type { PassageVectors } from '../../src/index/passage-vectors.js';
import { createSearch } from '../../src/search.js';
import { coverageOf } from '../../src/words/coverage.js';
import { articleText, numbers } from './made-articles.js';

const QUESTIONS = 200;

/** Questions in the words of the archive: the first words of sentences that may or may not stand in it. */
function questions(): string[] {
  return Array.from({ length: QUESTIONS }, (_, i) => {
    const sentence =
      articleText(i * 7)
        .split('\n\n')[0]
        ?.replace(/---[\s\S]*---/, '') ?? '';
    return `What did ${sentence.trim().split(' ').slice(0, 9).join(' ')}?`;
  });
}

/** How long searches take, in milliseconds: up to the candidates, and as a whole. */
export async function timesOfSearch(
  index: OpenIndex,
  embedder: Embedder,
): Promise<{ before: number[]; whole: number[] }> {
  const search = createSearch(index, embedder);
  const times: { before: number[]; whole: number[] } = { before: [], whole: [] };
  for (const question of questions()) {
    await search(question);
    const started = performance.now();
    const { vector } = await embedder.encodeQuestion(question);
    findCandidates(vector, coverageOf(question, index.terms), index, null, []);
    times.before.push(performance.now() - started);
    const again = performance.now();
    await search(question);
    times.whole.push(performance.now() - again);
  }
  return times;
}

const ASKED = 200;
const NEAREST = 10;

/** The share of the ten nearest passages that the index finds, for passages moved a little as questions. */
export function vectorRecall(vectors: PassageVectors): number {
  const random = numbers(1);
  const all = Array.from({ length: vectors.size }, (_, i) => Float32Array.from(vectors.get(i)));
  let found = 0;
  for (let asked = 0; asked < ASKED; asked++) {
    const near = all[Math.floor(random() * all.length)] ?? new Float32Array();
    const moved = Array.from(near, (value) => value + (random() - 0.5) * 0.06);
    const length = Math.hypot(...moved);
    const vector = moved.map((value) => value / length);
    const exact = all
      .map((other, position) => ({
        position,
        cosine: other.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0),
      }))
      .sort((one, other) => other.cosine - one.cosine)
      .slice(0, NEAREST);
    const nearest = new Set(vectors.nearest(vector, NEAREST).map(([position]) => position));
    found += exact.filter(({ position }) => nearest.has(position)).length;
  }
  return found / (ASKED * Math.min(NEAREST, all.length));
}
