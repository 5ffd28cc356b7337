import type { APIComponentInContainer } from 'discord.js';
import type { Reader } from '../load-languages.js';
import type { TimelineView } from '../view.js';
import { attribution, dateText } from './article-texts.js';
import { rows } from './controls.js';
import { filterTexts, optionsOf } from './filter-texts.js';
import { headed, pageText } from './headed.js';
import { displayed, firstFitting } from './layout.js';
import { pageButtons, shareButton } from './page-buttons.js';
import type { Place } from './place.js';
import { attributed, contextButtons, extentsOf } from './quote-list.js';
import { refusalParts } from './refusal-message.js';
import { fairShares } from './shares.js';

/** For five quotes together, in characters: two screens of a phone. */
const ROOM_FOR_QUOTES = 1_250;

/** The question, then the quotes under their days; a day that several have is said once. */
export function timelineParts(
  view: TimelineView,
  reader: Reader,
  { isPrivate }: Place,
): APIComponentInContainer[] {
  const { answer, filters } = view;
  const choices = { publishers: [], periods: [] };
  if (!answer.answered) return refusalParts(answer, { command: 'timeline', filters, choices }, reader);
  const { quotes } = answer;
  const days = quotes.map(({ article }) => dateText(article, reader));
  const facts = [...filterTexts(filters, quotes[0]?.article, reader), ...pageText(answer, reader)];
  const [texts = []] = firstFitting(
    extentsOf(quotes, fairShares(quotes, ROOM_FOR_QUOTES), reader),
    (extent) => {
      const entries = quotes.flatMap((quote, i) => [
        [...(days[i] === days[i - 1] ? [] : [`**${days[i]}**`]), extent.texts[i]].filter(Boolean).join('\n'),
        attribution({ ...attributed(quote), number: i + 1, withoutDate: true }, extent, reader),
      ]);
      return [[headed(answer.question, [reader.phrases.timeline.heading, ...facts]), ...entries]];
    },
  );
  const paged = { command: 'timeline', options: optionsOf(filters) };
  return [
    ...displayed(texts),
    ...rows(contextButtons(quotes, reader)),
    ...rows([
      ...pageButtons(paged, answer, reader.phrases.buttons),
      ...(isPrivate ? [shareButton(paged, answer.page, reader)] : []),
    ]),
  ];
}
