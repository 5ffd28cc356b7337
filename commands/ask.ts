import { answerView } from '../src/answer-view.js';
import type { Command } from '../src/command.js';
import { chosenOptions, QUESTION_OPTION } from '../src/command-options.js';
import { completeOption } from '../src/complete-option.js';
import { type FilterTexts, namedFilters, readFilters } from '../src/filters.js';
import { findQuotes } from '../src/find-quotes.js';
import { readPage } from '../src/paging.js';

export const ask = {
  definition: {
    name: 'ask',
    options: [QUESTION_OPTION, ...chosenOptions('publisher', 'article', 'after', 'before', 'language')],
  },
  complete: completeOption,
  /** Buttons ask for a page too. */
  async run({ question, page, ...typed }, library) {
    const filters = namedFilters(typed, library.articles);
    const found = await findQuotes(question, library, readFilters(filters));
    return answerView(found, library, { filters, page: readPage(page), about: 'question' });
  },
} satisfies Command<{ question: string; page?: string } & FilterTexts>;
