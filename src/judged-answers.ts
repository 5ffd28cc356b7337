import type { Vote } from './feedback.js';

/** An answer and what people think of it. */
export interface JudgedAnswer {
  question: string;
  /** What was quoted, as in the votes. */
  passages: string[];
  up: number;
  down: number;
  /** When the last vote that counts came: ISO 8601, in UTC. */
  last: string;
}

/**
 * Counts votes: one for each person and answer, the last one given. An answer is a question and what was quoted on it.
 * @param votes in the order in which they were given
 * @returns those judged last first
 */
export function judgedAnswers(votes: readonly Vote[]): JudgedAnswer[] {
  const answers = new Map<string, Pick<Vote, 'question' | 'passages'> & { counted: Map<string, Vote> }>();
  for (const vote of votes) {
    const { question, passages, voter } = vote;
    const key = JSON.stringify([question, passages]);
    const answer = answers.get(key) ?? { question, passages, counted: new Map() };
    answer.counted.set(voter, vote);
    answers.set(key, answer);
  }
  const judged = [...answers.values()].map(({ question, passages, counted }) => {
    const given = [...counted.values()];
    const up = given.filter(({ verdict }) => verdict === 'up').length;
    const last = given.reduce((latest, { time }) => (time > latest ? time : latest), '');
    return { question, passages, up, down: given.length - up, last };
  });
  return judged.sort((one, other) => Date.parse(other.last) - Date.parse(one.last));
}
