import type { APIComponentInContainer } from 'discord.js';
import type { ArticleSummary } from '../article/article.js';
import type { Reader } from '../load-languages.js';
import { type SourcesView, titleOf } from '../view.js';
import { factLines, factsLine } from './article-facts.js';
import { DETAILS, type Detail, dateText, titleText } from './article-texts.js';
import { entry, menu, rows } from './controls.js';
import { menuValueOf } from './custom-id.js';
import { pageText } from './headed.js';
import { firstFitting, type Group, separated } from './layout.js';
import { pageButtons } from './page-buttons.js';

/** A page of articles: how many there are, then each with what is known of it; a menu opens them. */
export function sourcesParts(view: SourcesView, reader: Reader): APIComponentInContainer[] {
  const { facts, buttons, selects } = reader.phrases;
  const heading = `### ${[facts.articles(view.total), ...pageText(view, reader)].join(' · ')}`;
  const texts = firstFitting(DETAILS, (detail) => [
    [heading],
    ...view.articles.map((article) => articleTexts(article, detail, reader)),
  ]);
  const openArticle = { command: 'article', options: {}, opens: 'anew' } as const;
  return [
    ...separated(texts),
    ...rows(pageButtons({ command: 'sources', options: {} }, view, buttons)),
    ...menu(
      selects.openArticle,
      openArticle,
      view.articles.map((article) =>
        entry(titleOf(article), menuValueOf({ article: article.id }), whose(article, reader)),
      ),
    ),
  ];
}

/** In texts of their own, so that nothing in one can reach into a link in another. */
function articleTexts(article: ArticleSummary, detail: Detail, reader: Reader): Group {
  return [
    `**${titleText(article, detail.title)}**\n${factsLine(article, detail, reader)}`,
    factLines(article, detail, reader),
  ];
}

const whose = (article: ArticleSummary, reader: Reader): string =>
  `${article.publisher ?? reader.phrases.facts.publisherUnknown} · ${dateText(article, reader)}`;
