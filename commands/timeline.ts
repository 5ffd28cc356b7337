import { answerOf } from '../src/answer.js';
import type { Command } from '../src/command.js';
import { chosenOptions, QUESTION_OPTION } from '../src/command-options.js';
import { completeOption } from '../src/complete-option.js';
import { type FilterTexts, namedFilters, readFilters } from '../src/filters.js';
import { readPage } from '../src/paging.js';
import { byDay, findOfManyArticles, QUOTES_ON_A_PAGE } from '../src/timeline.js';

export const timeline = {
  definition: {
    name: 'timeline',
    options: [QUESTION_OPTION, ...chosenOptions('publisher', 'after', 'before', 'language')],
  },
  complete: completeOption,
  /** Buttons ask for a page too. */
  async run({ question, page, ...typed }, library) {
    const filters = namedFilters(typed, library.articles);
    const found = await findOfManyArticles(question, library, readFilters(filters));
    const ordered = { ...found, quotes: byDay(found.quotes) };
    return { kind: 'timeline', answer: answerOf(ordered, readPage(page), QUOTES_ON_A_PAGE), filters };
  },
} satisfies Command<{ question: string; page?: string } & FilterTexts>;
