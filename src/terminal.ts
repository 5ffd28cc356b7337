import type { Answer } from './answer.js';
import { en } from './languages/en.js';
import { noticeInWords } from './notice.js';
import type { Quote } from './quote.js';
import { Lines, type TerminalStyle } from './terminal-lines.js';
import {
  type ArticleView,
  attributionOf,
  type CompareView,
  dateOf,
  type SourcesView,
  type StatusView,
  type View,
} from './view.js';

/** A view as lines of text, readable without colour; without a line feed at the end. */
export function toTerminal(view: View, style: TerminalStyle): string {
  const lines = new Lines(style);
  switch (view.kind) {
    case 'answer':
      return answered(view.answer, quotes, lines);
    case 'compare':
      return compared(view, lines);
    case 'timeline':
      return answered(view.answer, dated, lines);
    case 'article':
      return articlePart(view, lines);
    case 'sources':
      return sources(view, lines);
    case 'status':
      return status(view);
    case 'help':
      return lines.block('', en.help.heading);
    case 'notice':
      return lines.block('', noticeInWords(view.notice, en));
  }
}

/** @param show prints the quotes, where there are some */
function answered(answer: Answer, show: (quotes: Quote[], lines: Lines) => string, lines: Lines): string {
  if (answer.answered) return show(answer.quotes, lines);
  const nearest = answer.nearest ?? [];
  return [
    lines.block('', answer.reason ?? ''),
    ...(nearest.length > 0 ? [en.answer.nearest] : []),
    ...nearest.map(({ article }) => lines.block('  - ', attributionOf(article))),
  ].join('\n');
}

function quotes(all: Quote[], lines: Lines): string {
  return all.map((quote, i) => lines.quote(quote, i + 1)).join('\n\n');
}

/** Under each day its quotes. */
function dated(all: Quote[], lines: Lines): string {
  const shown = all.map((quote, i) => {
    const day = quote.article.date;
    const isNew = i === 0 || day !== all[i - 1]?.article.date;
    return `${isNew ? `${lines.colours.bold(day ?? dateOf(quote.article))}\n` : ''}${lines.quote(quote, i + 1)}`;
  });
  return shown.join('\n\n');
}

function compared({ publishers, page, pages }: CompareView, lines: Lines): string {
  const shown = publishers.map(({ publisher, quote }) => {
    const name = lines.block('', publisher ?? en.facts.publisherUnknown, lines.colours.bold);
    return `${name}\n${quote ? lines.quote(quote, null) : lines.block('     ', en.compare.nothing)}`;
  });
  if (pages > 1) shown.push(`Page ${page} of ${pages}${page < pages ? MORE : ''}.`);
  return shown.join('\n\n');
}

function articlePart(view: ArticleView, lines: Lines): string {
  const { article, text, start, end, cuts, highlight } = view;
  const bounds = [0, ...cuts, text.length];
  const pieces = bounds.slice(1).map((to, i) => {
    const from = bounds[i] ?? 0;
    const isHere = highlight && highlight.start >= start + from && highlight.end <= start + to;
    return lines.marked(text.slice(from, to), start + from, isHere ? highlight : null);
  });
  const where = en.article.part(start + 1, end, article.length);
  return [
    lines.article(article),
    pieces.filter((piece) => piece !== '').join(`\n     ${LEFT_OUT}\n`),
    `${where}${end < article.length ? MORE : ''}.`,
  ].join('\n\n');
}

const MORE = '; /more shows the next';
const LEFT_OUT = '[…]';

function sources({ articles, page, pages, total }: SourcesView, lines: Lines): string {
  const shown = articles.map((article) => lines.article(article));
  const next = page < pages ? `; /sources ${page + 1} shows the next` : '';
  if (pages > 1) shown.push(`Page ${page} of ${pages}, ${total.toLocaleString('en')} articles${next}.`);
  return shown.join('\n\n');
}

function status({ articles, passages, built, from, model, version, running }: StatusView): string {
  const { status: words } = en;
  const told = running && [
    words.uptime(`${running.seconds} s`),
    running.times ? words.times(running.times.count, running.times.median, running.times.p95) : words.noTimes,
  ];
  return [
    `${words.articles(articles)}, ${words.passages(passages)}`,
    words.built(built.replace(/T(\d\d:\d\d).*$/, ' $1 UTC'), from),
    words.model(model),
    words.version(version),
    ...(told ?? []),
  ].join('\n');
}
