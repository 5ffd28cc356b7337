import { answerOf } from '../src/answer.js';
import { NO_CHOICES } from '../src/choices.js';
import type { Runnable } from '../src/command.js';
import { findQuotes } from '../src/find-quotes.js';
import { readPage } from '../src/paging.js';
import { passageGone } from '../src/passage-gone.js';
import type { View } from '../src/view.js';

/** What one article says near a question, the nearest first, however uncertain it is that it answers. */
export const passages = {
  definition: { name: 'passages' },
  async run({ article, question, page }, library): Promise<View> {
    if (!library.articles.some(({ id }) => id === article)) return passageGone(question);
    const found = await findQuotes(question, library, { articles: [article] }, 0);
    const answer = answerOf(found, readPage(page));
    return { kind: 'answer', answer, filters: { article }, choices: NO_CHOICES, about: 'article' };
  },
} satisfies Runnable<{ article: string; question: string; page?: string }>;
