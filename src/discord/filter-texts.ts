import type { ArticleSummary } from '../article/article.js';
import type { Options } from '../command.js';
import { dayInWords } from '../day/day-in-words.js';
import type { FilterTexts } from '../filters.js';
import { languageInWords } from '../language-in-words.js';
import type { Reader } from '../load-languages.js';
import { periodInWords, periodOf } from '../period.js';
import { titleText } from './article-texts.js';
import { escapedWithin, isolated } from './markdown.js';

const LONGEST_NAME = 60;

/**
 * Which articles were asked, as parts of a line.
 * @param found an article that these filters left, which is the one where one was asked for
 */
export function filterTexts(
  { publisher, article, language, after, before }: FilterTexts,
  found: ArticleSummary | undefined,
  { phrases: { answer }, locale }: Reader,
): string[] {
  const period = after !== undefined && before !== undefined ? periodOf(after, before) : null;
  const days =
    period === null
      ? [
          ...(after === undefined ? [] : [answer.after(dayInWords(after, locale))]),
          ...(before === undefined ? [] : [answer.before(dayInWords(before, locale))]),
        ]
      : [answer.only(periodInWords(period, locale))];
  return [
    ...(publisher === undefined ? [] : [answer.only(isolated(escapedWithin(publisher, LONGEST_NAME)))]),
    ...(article === undefined ? [] : [answer.only(nameOf(article, found))]),
    ...(language === undefined
      ? []
      : [answer.only(escapedWithin(languageInWords(language, locale), LONGEST_NAME))]),
    ...days,
  ];
}

/** An article by its title; where a file of several was asked for, that file. */
function nameOf(article: string, found: ArticleSummary | undefined): string {
  return found?.id === article ? titleText(found, LONGEST_NAME) : escapedWithin(article, LONGEST_NAME);
}

/** Filters as the options of a control, so that it asks the same articles. */
export function optionsOf(filters: FilterTexts): Options {
  const given = Object.entries(filters).filter(
    (filter): filter is [string, string] => filter[1] !== undefined,
  );
  return Object.fromEntries(given);
}
