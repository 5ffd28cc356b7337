import { answerView } from '../src/answer-view.js';
import type { Command } from '../src/command.js';
import { chosenOptions, QUESTION_OPTION } from '../src/command-options.js';
import { comparePublishers } from '../src/compare.js';
import { completeOption } from '../src/complete-option.js';
import { type FilterTexts, namedFilters, readFilters } from '../src/filters.js';
import { findQuotes } from '../src/find-quotes.js';
import { readPage } from '../src/paging.js';
import { hasNearest } from '../src/refusal.js';
import type { View } from '../src/view.js';

export const compare = {
  definition: {
    name: 'compare',
    options: [QUESTION_OPTION, ...chosenOptions('after', 'before', 'language')],
  },
  complete: completeOption,
  /** Buttons ask for a page too. What is no question is refused, as `/ask` does. */
  async run({ question, page, ...typed }, library): Promise<View> {
    const filters = namedFilters(typed, library.articles);
    const found = await findQuotes(question, library, readFilters(filters));
    if (found.refusal && !hasNearest(found.refusal)) {
      return answerView(found, library, { filters, page: 1, about: 'question' });
    }
    const compared = await comparePublishers(found, library, readFilters(filters), readPage(page));
    return { kind: 'compare', question: found.question, ...compared, filters };
  },
} satisfies Command<{ question: string; page?: string } & FilterTexts>;
