import type { APIComponentInContainer } from 'discord.js';
import type { Reader } from '../load-languages.js';
import type { AnswerView } from '../view.js';
import { attribution } from './article-texts.js';
import { askAgainMenu } from './ask-again.js';
import { rows } from './controls.js';
import { filterTexts, optionsOf } from './filter-texts.js';
import { headed, pageText } from './headed.js';
import { firstFitting, separated } from './layout.js';
import { pageButtons, shareButton } from './page-buttons.js';
import type { Place } from './place.js';
import { attributed, contextButtons, extentsOf } from './quote-list.js';
import { feedbackButtons, refusalParts } from './refusal-message.js';
import { sharesAfterFirst } from './shares.js';

/** For the quotes of an answer together, in characters: three of them fit a phone's screen. */
const ROOM_FOR_QUOTES = 840;

/**
 * The least certainty of the first quote that is called so. Of the scorecard's answers (November 2026; two thirds, and the
 * third that was set aside), the first quote is right from .9 on in .94 and .80, from .7 on in .67 and .65, and below in about half.
 */
const CERTAINTY = { high: 0.9, fair: 0.7 };

/** What shows another page. */
const COMMANDS = { question: 'ask', article: 'passages', message: 'message' } as const;

/** The question, how sure the answer is, and the quotes, each with whose it is; then what can be done with them. */
export function answerParts(
  view: AnswerView,
  reader: Reader,
  { isPrivate }: Place,
): APIComponentInContainer[] {
  const { answer, filters, choices, about } = view;
  if (!answer.answered)
    return refusalParts(answer, { command: 'ask', filters, choices, isMessage: about === 'message' }, reader);
  const { question, quotes } = answer;
  const isOfArticle = about === 'article';
  const facts = [
    ...(isOfArticle ? [] : filterTexts(filters, quotes[0]?.article, reader)),
    ...pageText(answer, reader),
  ];
  const head = headed(question, [introduction(view, reader), ...facts]);
  const texts = firstFitting(
    extentsOf(quotes, sharesAfterFirst(quotes, ROOM_FOR_QUOTES), reader),
    (extent) => [
      [head],
      ...quotes.map((quote, i) => [extent.texts[i] ?? '', attribution(attributed(quote), extent, reader)]),
    ],
  );
  const paged = { command: COMMANDS[about], options: optionsOf(filters) };
  const { previous, more } = reader.phrases.buttons;
  return [
    ...separated(texts),
    ...rows(contextButtons(quotes, reader)),
    ...rows([
      ...pageButtons(paged, answer, { previous, next: more }),
      ...(isPrivate ? [shareButton(paged, answer.page, reader)] : []),
      ...feedbackButtons(reader),
    ]),
    ...askAgainMenu('ask', filters, choices, reader),
  ];
}

/** What the quotes are: how sure it is that the first one answers, where they are to answer a question. */
function introduction({ about, answer: { quotes } }: AnswerView, { phrases: { answer } }: Reader): string {
  if (about === 'article') return answer.passages;
  if (about === 'message') return answer.about;
  const certainty = quotes[0]?.score ?? 0;
  if (certainty >= CERTAINTY.high) return answer.certainty.high;
  return certainty >= CERTAINTY.fair ? answer.certainty.fair : answer.certainty.low;
}
