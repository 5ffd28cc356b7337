import { answerOf } from '../src/answer.js';
import { type Command, OPTION_TYPE } from '../src/command.js';
import { type FilterTexts, readFilters } from '../src/filters.js';
import { findQuotes } from '../src/find-quotes.js';
import { QUESTION_LENGTH } from '../src/question.js';
import { byDay, QUOTES_ON_A_TIMELINE } from '../src/timeline.js';

export const timeline = {
  definition: {
    name: 'timeline',
    options: [
      {
        type: OPTION_TYPE.string,
        name: 'question',
        required: true,
        min_length: QUESTION_LENGTH.min,
        max_length: QUESTION_LENGTH.max,
      },
      { type: OPTION_TYPE.string, name: 'publisher' },
      { type: OPTION_TYPE.string, name: 'after' },
      { type: OPTION_TYPE.string, name: 'before' },
      { type: OPTION_TYPE.string, name: 'language' },
    ],
  },
  async run({ question, ...filters }, library) {
    const found = await findQuotes(question, library, readFilters(filters));
    const ordered = { ...found, quotes: byDay(found.quotes) };
    return { kind: 'timeline', answer: answerOf(ordered, 1, QUOTES_ON_A_TIMELINE), filters };
  },
} satisfies Command<{ question: string } & FilterTexts>;
