import { answerOf } from './answer.js';
import { choicesOf, NO_CHOICES } from './choices.js';
import type { FilterTexts } from './filters.js';
import type { Findings } from './find-quotes.js';
import type { Library } from './library.js';
import { hasNearest } from './refusal.js';
import type { AnswerView } from './view.js';

/**
 * A page of what was found, with what else it can be asked about: nothing where it is no question.
 * @param filters by which it was found; an article is named by its id then, however it was typed, as buttons keep it
 */
export function answerView(
  found: Findings,
  { overview }: Library,
  { filters, page, about }: { filters: FilterTexts; page: number; about: AnswerView['about'] },
): AnswerView {
  const isAskable = found.refusal === null || hasNearest(found.refusal);
  const choices = isAskable ? choicesOf(found.hits, overview) : NO_CHOICES;
  return { kind: 'answer', answer: answerOf(found, page), filters: withId(filters, found), choices, about };
}

/** A file may hold several articles: then they stay together. */
function withId(filters: FilterTexts, { hits }: Findings): FilterTexts {
  const [id, ...others] = new Set(hits.map(({ article }) => article.id));
  return filters.article === undefined || !id || others.length > 0 ? filters : { ...filters, article: id };
}
