import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerFigures, Scored } from '../../src/eval/measure-answers.js';
import type { SearchFigures } from '../../src/eval/measure-search.js';
import { ROOT } from '../program.js';

/** The two halves of the scorecard, by the names of their files. */
export const CARDS = ['questions', 'held-out'] as const;
export type Card = (typeof CARDS)[number];

export const cardFile = (card: Card): string => join(ROOT, 'tests', 'scorecard', `${card}.jsonl`);

/** Of the answers whose first quote is as certain as this, the share in which it is right. */
export interface Certainty {
  from: number;
  to: number;
  answers: number;
  right: number;
}

/** What was measured last, and is promised in the README. */
export interface Figures {
  cards: Record<Card, AnswerFigures & { certainty: Certainty[] }>;
  /** By the name of a collection: all of it, with half of its articles, and without each part of the search. */
  collections: Record<string, { all: SearchFigures; half: SearchFigures; without: Record<string, number> }>;
}

const FIGURES_FILE = join(ROOT, 'tests', 'scorecard', 'figures.json');

export const readFigures = async (): Promise<Figures> => JSON.parse(await readFile(FIGURES_FILE, 'utf8'));

export { FIGURES_FILE };

const STEPS = [0.2, 0.5, 0.7, 0.9, 1];

/** How far certainties can be believed: also of questions that should have been refused. */
export function certaintyOfAnswers(scored: Scored[]): Certainty[] {
  const answers = scored.filter(({ answer }) => answer.answered);
  return STEPS.slice(0, -1).map((from, i) => {
    const to = STEPS[i + 1] ?? 1;
    const within = answers.filter(({ answer }) => {
      const score = answer.quotes[0]?.score ?? 0;
      return score >= from && (score < to || to === 1);
    });
    const right = within.filter((one) => one.right === 0).length;
    return { from, to, answers: within.length, right: within.length === 0 ? 0 : right / within.length };
  });
}
