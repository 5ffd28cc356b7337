import type { FilterTexts } from '../filters.js';
import type { Reader } from '../load-languages.js';
import { daysOf, periodInWords } from '../period.js';
import type { Choices } from '../view.js';
import { entry, menu, type Row } from './controls.js';
import { menuValueOf } from './custom-id.js';

/** So many fit a menu of Discord together, with the entry for all articles. */
const MOST = { publishers: 12, periods: 10 };

/**
 * A menu by which the question is asked again, of other articles: a publisher takes the place of the publisher, and a time of
 * the time. What is asked already cannot be chosen.
 * @param command that asks
 */
export function askAgainMenu(
  command: string,
  filters: FilterTexts,
  { publishers, periods }: Choices,
  { phrases: { selects }, locale }: Reader,
): Row[] {
  const options = [
    entry(selects.allArticles, menuValueOf({})),
    ...publishers
      .filter((publisher) => publisher.trim() !== '')
      .slice(0, MOST.publishers)
      .map((publisher) => entry(publisher, keptValue({ ...filters, publisher }))),
    ...periods
      .slice(0, MOST.periods)
      .map((period) => entry(periodInWords(period, locale), keptValue({ ...filters, ...daysOf(period) }))),
  ];
  const asked = filters.article === undefined ? keptValue(filters) : null;
  const others = options.filter(({ value }) => value !== asked);
  return menu(selects.askAgain, { command, options: {}, opens: 'here' }, others);
}

/** An article is one of its publisher and its day, so it does not stay. The name comes last, since it may have to be cut. */
const KEPT = ['language', 'after', 'before', 'publisher'] as const;

function keptValue(filters: FilterTexts): string {
  const given = KEPT.flatMap((name): [string, string][] => {
    const value = filters[name];
    return value === undefined ? [] : [[name, value]];
  });
  return menuValueOf(Object.fromEntries(given));
}
