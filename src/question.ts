import { oneLine } from './article/invisible.js';
import { NoticeError } from './notice.js';

/** How long a question may be, in characters. */
export const QUESTION_LENGTH = { min: 2, max: 300 };

/** Control characters that are no white space: somebody's key strokes, or a binary file, but no question. */
const CONTROL = /[^\P{Cc}\s]/u;

/**
 * The question as it is asked: on one line, without invisible characters.
 * @throws UserError where it is no question of 2 to 300 characters
 */
export function checkQuestion(raw: string): string {
  if (CONTROL.test(raw)) throw new NoticeError({ kind: 'control-characters', ...QUESTION_LENGTH });
  const question = oneLine(raw);
  const length = [...question].length;
  if (length < QUESTION_LENGTH.min || length > QUESTION_LENGTH.max) {
    throw new NoticeError({ kind: 'question-length', length, ...QUESTION_LENGTH });
  }
  return question;
}
