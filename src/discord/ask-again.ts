import type { FilterTexts } from '../filters.js';
import type { Reader } from '../load-languages.js';
import { daysOf, periodInWords } from '../period.js';
import type { Choices } from '../view.js';
import { entry, menu, type Row } from './controls.js';
import { menuValueOf } from './custom-id.js';
import { optionsOf } from './filter-texts.js';

/** So many fit a menu of Discord together, with the entry for all articles. */
const MOST = { publishers: 12, periods: 10 };

/**
 * A menu by which the question is asked again, of other articles: what is chosen takes the place of all filters, so that
 * no choice can leave nothing to search. What is asked already cannot be chosen.
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
      .map((publisher) => entry(selects.only(publisher), menuValueOf({ publisher }))),
    ...periods
      .slice(0, MOST.periods)
      .map((period) => entry(selects.only(periodInWords(period, locale)), menuValueOf(daysOf(period)))),
  ];
  const asked = menuValueOf(optionsOf(filters));
  const others = options.filter(({ value }) => value !== asked);
  return menu(selects.askAgain, { command, options: {}, opens: 'here' }, others);
}
