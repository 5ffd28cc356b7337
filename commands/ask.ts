import { answerQuestion } from '../src/answer.js';
import { type Command, OPTION_TYPE } from '../src/command.js';
import { completeOption } from '../src/complete-option.js';
import { FILTER_OPTIONS } from '../src/filter-options.js';
import { type FilterTexts, readFilters } from '../src/filters.js';
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
      ...FILTER_OPTIONS,
    ],
  },
  complete: completeOption,
  async run({ question, ...filters }, library) {
    const answer = await answerQuestion(question, library, readFilters(filters));
    return { kind: 'answer', answer, filters, choices: { publishers: [], periods: [] }, about: 'question' };
  },
} satisfies Command<{ question: string } & FilterTexts>;
