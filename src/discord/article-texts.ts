import type { ArticleSummary } from '../article/article.js';
import { dateOf, publisherOf, type SourcesView, sizeOf, titleOf } from '../view.js';
import { escapedWithin, link } from './markdown.js';

/**
 * Room for what is known of an article, in UTF-16 units of Markdown: enough to tell it by, little enough that three
 * of them leave room for their quotes, and that a page of them fits a message.
 */
const ROOM = { title: 140, publisher: 60, language: 30, note: 130, reason: 130 };

/** Who says it, where and when, and what a reader must know of the text: it stands with every quote. */
export function attribution(article: ArticleSummary): string {
  const facts = [`**${publisher(article)}**`, title(article), dateOf(article), ...opened(article)];
  return [`-# ${facts.join(' · ')}`, ...note(article)].join('\n');
}

/** Room for the articles that say the same: two with all that is known of them, or more with less. */
const ALSO_IN = 300;

/** The other articles that say what a quote says, in one line; nothing where there are none. */
export function alsoIn(articles: ArticleSummary[]): string[] {
  if (articles.length === 0) return [];
  const facts = articles.map((article) =>
    [publisherOf(article), titleOf(article), dateOf(article)].join(', '),
  );
  return [`-# Also in ${escapedWithin(facts.join('; '), ALSO_IN)}`];
}

/** A page of articles: how many there are, then each with what is known of it. */
export function sourcesTexts({ articles, page, pages, total }: SourcesView): string[][] {
  const counted = total === 1 ? '1 article' : `${total.toLocaleString('en')} articles`;
  const header = `**${counted}**${pages > 1 ? ` · page ${page} of ${pages}` : ''}`;
  return [[header], ...articles.map(articleTexts)];
}

/** In texts of their own, so that nothing in one can reach into a link in another. */
function articleTexts(article: ArticleSummary): string[] {
  const facts = [publisher(article), dateOf(article), language(article), sizeOf(article), ...opened(article)];
  const { dateReason: reason } = article;
  const more = [...(reason ? [`-# Date: ${escapedWithin(reason, ROOM.reason)}`] : []), ...note(article)];
  return [`**${title(article)}**\n${facts.join(' · ')}`, ...(more.length > 0 ? [more.join('\n')] : [])];
}

const title = (article: ArticleSummary): string => escapedWithin(titleOf(article), ROOM.title);

const publisher = (article: ArticleSummary): string => escapedWithin(publisherOf(article), ROOM.publisher);

function opened({ url }: ArticleSummary): string[] {
  const shown = url ? link('open', url) : null;
  return shown ? [shown] : [];
}

function note({ note: words }: ArticleSummary): string[] {
  return words ? [`-# Note: ${escapedWithin(words, ROOM.note)}`] : [];
}

/** The name of the language by its BCP 47 tag, or the tag where it has none. */
function language({ language: tag }: ArticleSummary): string {
  if (tag === null) return 'language unknown';
  let name: string | undefined;
  try {
    name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag);
  } catch {
    // A tag that is none is shown as it was written.
  }
  return escapedWithin(name ?? tag, ROOM.language);
}
