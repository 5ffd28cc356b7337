import { articleFilter, type Filters } from './filters.js';
import { type Findings, findQuotes } from './find-quotes.js';
import type { Library } from './library.js';
import type { Quote } from './quote.js';

/** So many of the best are ordered, and so many of them are a page. */
const QUOTES_ON_A_TIMELINE = 10;
export const QUOTES_ON_A_PAGE = 5;

/**
 * Quotes in the order of their days, those without a day last; of a day, the better one first.
 * @param quotes the best first: where there are more, those are left out that fit the question least
 */
export function byDay(quotes: readonly Quote[]): Quote[] {
  // "~" comes after every digit.
  const day = ({ article }: Quote): string => article.date ?? '~';
  const best = [...quotes].sort((one, other) => other.score - one.score).slice(0, QUOTES_ON_A_TIMELINE);
  return best.sort((one, other) => (day(one) < day(other) ? -1 : Number(day(one) > day(other))));
}

/** One article that says much leaves room for others. */
const QUOTES_OF_AN_ARTICLE = 3;
/** So often the articles that were not looked at are searched, which takes as long as a question each time. */
const ROUNDS = 3;

/**
 * Finds quotes of more articles than a question does: what is found is left out when it is asked again, until there are
 * enough quotes, or none is certain any more.
 * @throws NoticeError where the question is none, or the filters leave no article
 */
export async function findOfManyArticles(
  question: string,
  library: Library,
  filters: Filters,
): Promise<Findings> {
  const first = await findQuotes(question, library, filters);
  const quotes = fewOfEach(first.quotes);
  const isWanted = articleFilter(filters, library.articles);
  const seen = new Set(first.hits.map(({ article }) => article.id));
  for (let round = 1; round < ROUNDS && quotes.length > 0 && quotes.length < QUOTES_ON_A_TIMELINE; round++) {
    const left = library.articles.filter((article) => !seen.has(article.id) && (isWanted?.(article) ?? true));
    if (left.length === 0) break;
    const more = await findQuotes(question, library, { articles: left.map(({ id }) => id) });
    if (more.quotes.length === 0) break;
    quotes.push(...fewOfEach(more.quotes));
    for (const { article } of more.hits) seen.add(article.id);
  }
  return { ...first, quotes };
}

/** The best of each article. */
function fewOfEach(quotes: readonly Quote[]): Quote[] {
  const counts = new Map<string, number>();
  return quotes.filter(({ article: { id } }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count <= QUOTES_OF_AN_ARTICLE;
  });
}
