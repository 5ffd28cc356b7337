import { type Answer, answerQuestion } from '../answer.js';
import type { Library } from '../library.js';
import { round } from './metrics.js';
import type { ScoredQuestion } from './questions.js';

/** Shares, 0 to 1; null where there is no such question. */
export interface AnswerFigures {
  questions: number;
  /** Of the answered questions, those whose first quote is right, and those of whose first three one is. */
  first: number | null;
  firstThree: number | null;
  /** Of the questions that the articles do not answer, those that are refused. */
  refusedRightly: number | null;
  /** Of the answered questions, those that are refused. */
  refusedWrongly: number | null;
}

/** A question and its answer, and which quote is the first right one: 0 for the first; -1 where none is. */
export interface Scored {
  asked: ScoredQuestion;
  answer: Answer;
  right: number;
}

/**
 * Asks all questions, as `/ask` does.
 * @param onQuestion told how many are done, before each
 */
export async function scoreAnswers(
  questions: ScoredQuestion[],
  library: Library,
  onQuestion: (done: number) => void = () => {},
): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const asked of questions) {
    onQuestion(scored.length);
    const answer = await answerQuestion(asked.question, library);
    const holds = (text: string): boolean =>
      asked.words.some((words) => onOneLine(text).includes(onOneLine(words)));
    scored.push({ asked, answer, right: answer.quotes.findIndex(({ text }) => holds(text)) });
  }
  return scored;
}

export function figuresOf(scored: Scored[]): AnswerFigures {
  const answerable = scored.filter(({ asked }) => asked.words.length > 0);
  const others = scored.filter(({ asked }) => asked.words.length === 0);
  return {
    questions: scored.length,
    first: share(answerable, ({ right }) => right === 0),
    firstThree: share(answerable, ({ right }) => right >= 0),
    refusedRightly: share(others, ({ answer }) => !answer.answered),
    refusedWrongly: share(answerable, ({ answer }) => !answer.answered),
  };
}

/** The figures for each language in which questions are asked, by its tag. */
export function figuresByLanguage(scored: Scored[]): Record<string, AnswerFigures> {
  const languages = [...new Set(scored.map(({ asked }) => asked.language ?? 'unknown'))].sort();
  return Object.fromEntries(
    languages.map((language) => [
      language,
      figuresOf(scored.filter(({ asked }) => (asked.language ?? 'unknown') === language)),
    ]),
  );
}

function share(scored: Scored[], isCounted: (one: Scored) => boolean): number | null {
  return scored.length === 0 ? null : round(scored.filter(isCounted).length / scored.length, 4);
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');
