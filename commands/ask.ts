import { answerQuestion } from '../src/answer.js';
import { type Command, OPTION_TYPE } from '../src/command.js';
import { type FilterTexts, readFilters } from '../src/filters.js';
import { QUESTION_LENGTH } from '../src/question.js';

export const ask = {
  definition: {
    name: 'ask',
    description: 'Answer a question with quotes from the articles',
    options: [
      {
        type: OPTION_TYPE.string,
        name: 'question',
        description: 'What you want to know, in your own language',
        required: true,
        min_length: QUESTION_LENGTH.min,
        max_length: QUESTION_LENGTH.max,
      },
    ],
  },
  async run({ question, ...filters }, library) {
    return { kind: 'answer', answer: await answerQuestion(question, library, readFilters(filters)) };
  },
} satisfies Command<{ question: string } & FilterTexts>;
