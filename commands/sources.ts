import { summaryOf } from '../src/article/article.js';
import { type Command, OPTION_TYPE } from '../src/command.js';
import { pageOf, readPage } from '../src/paging.js';

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
  async run({ page: asked }, { articles: all }) {
    const { things, page, pages } = pageOf(all, ARTICLES_ON_A_PAGE, readPage(asked));
    return { kind: 'sources', articles: things.map(summaryOf), page, pages, total: all.length };
  },
} satisfies Command<{ page?: string }>;
