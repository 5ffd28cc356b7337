import type { APIComponentInContainer } from 'discord.js';
import type { Answer } from '../answer.js';
import { dayInWords } from '../day/day-in-words.js';
import type { FilterTexts } from '../filters.js';
import type { Reader } from '../load-languages.js';
import { hasNearest, refusalInWords } from '../refusal.js';
import type { Choices } from '../view.js';
import { attribution, DETAILS } from './article-texts.js';
import { askAgainMenu } from './ask-again.js';
import { type Button, button, rows } from './controls.js';
import { filterTexts } from './filter-texts.js';
import { headed } from './headed.js';
import { firstFitting, separated } from './layout.js';
import { escapedWithin } from './markdown.js';
import { attributed, contextButtons } from './quote-list.js';

/** How the question was asked. */
interface Asked {
  command: string;
  filters: FilterTexts;
  choices: Choices;
  /** Whether it was no question, but a message of somebody. */
  isMessage?: boolean;
}

/** Room for the reason: a question may consist of names that no article mentions. */
const LONGEST_REASON = 1_000;

/** The question, why it is not answered, and what came nearest; then what can be done with it. */
export function refusalParts(
  answer: Answer,
  { command, filters, choices, isMessage = false }: Asked,
  reader: Reader,
): APIComponentInContainer[] {
  const { question, nearest = [] } = answer;
  const head = headed(question, filterTexts(filters, nearest[0]?.article, reader));
  const reason = escapedWithin(reasonOf(answer, isMessage, reader), LONGEST_REASON);
  const texts = firstFitting(DETAILS, (detail) => {
    const found = nearest.map((quote) => attribution(attributed(quote), detail, reader));
    const heading = `-# ${reader.phrases.answer.nearest}`;
    return [[`${head}\n${reason}`], ...(found.length > 0 ? [[heading, ...found]] : [])];
  });
  return [
    ...separated(texts),
    ...rows(contextButtons(nearest, reader)),
    ...rows(answer.refusal && !hasNearest(answer.refusal) ? [] : feedbackButtons(reader)),
    ...askAgainMenu(command, filters, choices, reader),
  ];
}

function reasonOf({ refusal, reason }: Answer, isMessage: boolean, { phrases, locale }: Reader): string {
  if (refusal === null) return reason ?? '';
  // A message asks nothing that could be answered or not.
  const isUnanswered = refusal.kind === 'off-subject' || refusal.kind === 'not-in-the-articles';
  if (isMessage && isUnanswered) return phrases.answer.nothingAbout;
  return refusalInWords(refusal, phrases, (day) => dayInWords(day, locale));
}

/** What people think of an answer is kept for whoever runs the bot. */
export function feedbackButtons({ phrases: { buttons } }: Reader): Button[] {
  return [
    button(buttons.good, { command: 'up', options: {}, opens: 'anew' }),
    button(buttons.bad, { command: 'down', options: {}, opens: 'anew' }),
  ];
}
