import { answerView } from '../src/answer-view.js';
import type { Runnable } from '../src/command.js';
import { findQuotes } from '../src/find-quotes.js';
import { questionOf } from '../src/message-question.js';

/** What the articles say about a message of somebody. */
export const message = {
  definition: { name: 'message' },
  async run({ text }, library) {
    const found = await findQuotes(questionOf(text), library);
    return answerView(found, library, { filters: {}, page: 1, about: 'message' });
  },
} satisfies Runnable<{ text: string }>;
