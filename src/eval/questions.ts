import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { QUESTION_LENGTH } from '../question.js';
import { systemCode, UserError } from '../user-error.js';

/** A question of a scorecard: answered by any of some words of the articles, or not at all. */
export interface ScoredQuestion {
  question: string;
  /** A BCP 47 tag of the language in which it is asked; null where that is not said. */
  language: string | null;
  /** A right quote holds one of these; none where the articles do not answer. */
  words: string[];
}

const text = z.string().min(QUESTION_LENGTH.min).max(QUESTION_LENGTH.max);

const line = z.union([
  z.object({
    question: text,
    language: z.string().optional(),
    words: z.union([
      z
        .string()
        .min(1)
        .transform((word) => [word]),
      z.array(z.string().min(1)).min(1),
    ]),
  }),
  z.object({ question: text, language: z.string().optional(), answered: z.literal(false) }),
]);

/**
 * Reads a scorecard, an object a line:
 * `{"question": "Who led it?", "language": "en", "words": ["Lavrov led"]}`, or `"answered": false` in place of the words.
 * @throws UserError where the file cannot be read, or a line is not as it should be
 */
export async function readQuestions(path: string): Promise<ScoredQuestion[]> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(
      `Expected a file with questions, but ${path} cannot be read (${systemCode(error)}).`,
      2,
    );
  });
  const questions: ScoredQuestion[] = [];
  for (const [i, row] of content.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const parsed = line.safeParse(parseJson(row));
    if (!parsed.success) {
      throw new UserError(
        `${path} should hold an object a line with a question and either words or "answered": false; line ${i + 1} does not.`,
        2,
      );
    }
    const { question, language = null } = parsed.data;
    questions.push({ question, language, words: 'words' in parsed.data ? parsed.data.words : [] });
  }
  if (questions.length === 0) throw new UserError(`${path} holds no question.`, 2);
  return questions;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
