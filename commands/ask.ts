import { answerView } from '../src/answer-view.js';
import { type Command, OPTION_TYPE } from '../src/command.js';
import { type FilterTexts, readFilters } from '../src/filters.js';
import { findQuotes } from '../src/find-quotes.js';
import { readPage } from '../src/paging.js';
import { QUESTION_LENGTH } from '../src/question.js';

export const ask = {
  definition: {
    name: 'ask',
    options: [
      {
        type: OPTION_TYPE.string,
        name: 'question',
        required: true,
        min_length: QUESTION_LENGTH.min,
        max_length: QUESTION_LENGTH.max,
      },
      { type: OPTION_TYPE.string, name: 'publisher' },
      { type: OPTION_TYPE.string, name: 'article' },
      { type: OPTION_TYPE.string, name: 'after' },
      { type: OPTION_TYPE.string, name: 'before' },
      { type: OPTION_TYPE.string, name: 'language' },
    ],
  },
  /** Buttons ask for a page too. */
  async run({ question, page, ...filters }, library) {
    const found = await findQuotes(question, library, readFilters(filters));
    return answerView(found, library, { filters, page: readPage(page), about: 'question' });
  },
} satisfies Command<{ question: string; page?: string } & FilterTexts>;
