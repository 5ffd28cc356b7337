import type { APIComponentInContainer } from 'discord.js';
import type { Reader } from '../load-languages.js';
import type { CompareView } from '../view.js';
import { attribution, publisherText } from './article-texts.js';
import { rows } from './controls.js';
import { filterTexts, optionsOf } from './filter-texts.js';
import { headed, pageText } from './headed.js';
import { firstFitting, separated } from './layout.js';
import { pageButtons, shareButton } from './page-buttons.js';
import type { Place } from './place.js';
import { attributed, contextButtons, extentsOf } from './quote-list.js';
import { fairShares } from './shares.js';

/** For the quotes of five publishers together, in characters: two screens of a phone. */
const ROOM_FOR_QUOTES = 1_250;

/** The question, then each publisher's best quote, or that nothing was found from it. */
export function compareParts(
  view: CompareView,
  reader: Reader,
  { isPrivate }: Place,
): APIComponentInContainer[] {
  const { question, publishers, filters, page } = view;
  const { compare, buttons } = reader.phrases;
  const quotes = publishers.flatMap(({ quote }) => quote ?? []);
  const facts = [...filterTexts(filters, quotes[0]?.article, reader), ...pageText(view, reader)];
  const texts = firstFitting(extentsOf(quotes, fairShares(quotes, ROOM_FOR_QUOTES), reader), (extent) => [
    [headed(question, [compare.heading, ...facts])],
    ...publishers.map((of) => {
      if (of.quote === null) return [`${publisherText(of, extent.publisher, reader)} · ${compare.nothing}`];
      const i = quotes.indexOf(of.quote);
      return [extent.texts[i] ?? '', attribution({ ...attributed(of.quote), number: i + 1 }, extent, reader)];
    }),
  ]);
  const paged = { command: 'compare', options: optionsOf(filters) };
  return [
    ...separated(texts),
    ...rows(contextButtons(quotes, reader)),
    ...rows([...pageButtons(paged, view, buttons), ...(isPrivate ? [shareButton(paged, page, reader)] : [])]),
  ];
}
