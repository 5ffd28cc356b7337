import { summaryOf } from '../src/article/article.js';
import { type Command, OPTION_TYPE } from '../src/command.js';

/** So many fit a message of Discord, whatever is known of them, and the screen of a phone. */
const ARTICLES_ON_A_PAGE = 5;

export const sources = {
  definition: {
    name: 'sources',
    options: [
      {
        type: OPTION_TYPE.integer,
        name: 'page',
        min_value: 1,
      },
    ],
  },
  /** A page beyond the last one shows the last one: the list may have become shorter since a button was shown. */
  async run({ page }, library) {
    const pages = Math.max(1, Math.ceil(library.articles.length / ARTICLES_ON_A_PAGE));
    const shown = Math.min(pages, Math.max(1, Math.floor(Number(page)) || 1));
    const articles = library.articles
      .slice((shown - 1) * ARTICLES_ON_A_PAGE, shown * ARTICLES_ON_A_PAGE)
      .map(summaryOf);
    return { kind: 'sources', articles, page: shown, pages, total: library.articles.length };
  },
} satisfies Command<{ page?: string }>;
