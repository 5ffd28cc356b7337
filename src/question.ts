import { oneLine } from './article/invisible.js';
import { UserError } from './user-error.js';

/** How long a question may be, in characters. */
export const QUESTION_LENGTH = { min: 2, max: 300 };

/** Control characters that are no white space: somebody's key strokes, or a binary file, but no question. */
const CONTROL = /[^\P{Cc}\s]/u;

/**
 * The question as it is asked: on one line, without invisible characters.
 * @throws UserError where it is no question of 2 to 300 characters
 */
export function checkQuestion(raw: string): string {
  const expected = `A question has ${QUESTION_LENGTH.min} to ${QUESTION_LENGTH.max} characters`;
  if (CONTROL.test(raw)) {
    throw new UserError(
      `${expected}, all of them visible; this one holds control characters. Type it again.`,
      2,
    );
  }
  const question = oneLine(raw);
  const length = [...question].length;
  if (length < QUESTION_LENGTH.min) {
    const found = length === 0 ? 'this one is empty' : 'this one has 1';
    throw new UserError(`${expected}; ${found}. Ask, for example, "Who led the delegation?"`, 2);
  }
  if (length > QUESTION_LENGTH.max) {
    throw new UserError(
      `${expected}; this one has ${length.toLocaleString('en')}. Ask one thing, in a sentence.`,
      2,
    );
  }
  return question;
}
