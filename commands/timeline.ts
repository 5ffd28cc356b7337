import { answerOf } from '../src/answer.js';
import type { Command } from '../src/command.js';
import { chosenOptions, QUESTION_OPTION } from '../src/command-options.js';
import { completeOption } from '../src/complete-option.js';
import { type FilterTexts, readFilters } from '../src/filters.js';
import { findQuotes } from '../src/find-quotes.js';
import { byDay, QUOTES_ON_A_TIMELINE } from '../src/timeline.js';

export const timeline = {
  definition: {
    name: 'timeline',
    options: [QUESTION_OPTION, ...chosenOptions('publisher', 'after', 'before', 'language')],
  },
  complete: completeOption,
  async run({ question, ...filters }, library) {
    const found = await findQuotes(question, library, readFilters(filters));
    const ordered = { ...found, quotes: byDay(found.quotes) };
    return { kind: 'timeline', answer: answerOf(ordered, 1, QUOTES_ON_A_TIMELINE), filters };
  },
} satisfies Command<{ question: string } & FilterTexts>;
