import { nearestFirst } from './choices.js';
import { articleFilter, type Filters } from './filters.js';
import { type Findings, findQuotes } from './find-quotes.js';
import type { Library } from './library.js';
import { overviewOf, type PublisherArticles } from './overview.js';
import { pageOf } from './paging.js';
import type { CompareView } from './view.js';

/** So many quotes, each with whose it is, fit a message of Discord. */
const PUBLISHERS = 5;

/**
 * What each publisher says on a question: each is searched alone, as if it were asked with that publisher only, so that
 * one that says much leaves room for the others.
 * @param found for the question in all that the filters leave: publishers that were found come first
 * @param page from 1; beyond the last one, the last one is given
 */
export async function comparePublishers(
  { question, hits }: Findings,
  library: Library,
  filters: Filters,
  page: number,
): Promise<Pick<CompareView, 'publishers' | 'page' | 'pages'>> {
  const shown = pageOf(nearestFirst(publishersLeft(library, filters), hits), PUBLISHERS, page);
  const publishers: CompareView['publishers'] = [];
  for (const { publisher, articles } of shown.things) {
    const { quotes } = await findQuotes(question, library, { articles });
    publishers.push({ publisher, quote: quotes[0] ?? null });
  }
  return { publishers, page: shown.page, pages: shown.pages };
}

function publishersLeft({ articles, overview }: Library, filters: Filters): readonly PublisherArticles[] {
  const isWanted = articleFilter(filters, articles);
  return isWanted ? overviewOf(articles.filter(isWanted)).publishers : overview.publishers;
}
