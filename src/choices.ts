import type { Overview } from './overview.js';
import type { Hit } from './search.js';
import type { Choices } from './view.js';

/** A menu of Discord has 25 entries, and one that is read has fewer. */
const MOST_PUBLISHERS = 12;
const MOST_PERIODS = 10;

export const NO_CHOICES: Choices = { publishers: [], periods: [] };

/**
 * By what a question can be asked again; nothing where there is only one to choose from.
 * @param hits what was found for it, the best first
 */
export function choicesOf(hits: readonly Hit[], { publishers, months }: Overview): Choices {
  const named = nearestFirst(publishers, hits).flatMap(({ publisher }) => publisher ?? []);
  const years = new Set(months.map((month) => month.slice(0, 'YYYY'.length)));
  const periods = months.length > MOST_PERIODS ? [...years] : months;
  return {
    publishers: fromTwo(named).slice(0, MOST_PUBLISHERS),
    periods: fromTwo(periods).slice(0, MOST_PERIODS),
  };
}

/** The publishers of the hits in their order, then the others in theirs. */
export function nearestFirst<Of extends { spellings: ReadonlySet<string | null> }>(
  publishers: readonly Of[],
  hits: readonly Hit[],
): Of[] {
  const found = new Set<Of>();
  for (const { article } of hits) {
    const of = publishers.find(({ spellings }) => spellings.has(article.publisher));
    if (of) found.add(of);
  }
  return [...found, ...publishers.filter((of) => !found.has(of))];
}

const fromTwo = (things: readonly string[]): readonly string[] => (things.length > 1 ? things : []);
