import { answerView } from '../src/answer-view.js';
import type { Runnable } from '../src/command.js';
import { findQuotes } from '../src/find-quotes.js';
import { questionOf } from '../src/message-question.js';
import { readPage } from '../src/paging.js';

/** What the articles say about a message of somebody. Buttons ask for a page, by what was asked about the message. */
export const message = {
  definition: { name: 'message' },
  async run({ text = '', question = questionOf(text), page }, library) {
    const found = await findQuotes(question, library);
    return answerView(found, library, { filters: {}, page: readPage(page), about: 'message' });
  },
} satisfies Runnable<{ text?: string; question?: string; page?: string }>;
