import pico from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Answer, Quote } from './answer.js';
import type { ArticleSummary } from './article/article.js';
import { en } from './languages/en.js';
import { noticeInWords } from './notice.js';
import { attributionOf, dateOf, publisherOf, type SourcesView, sizeOf, titleOf, type View } from './view.js';

/** What a terminal can show. */
export interface TerminalStyle {
  colour: boolean;
  /** Columns at which lines are broken; null leaves every line whole, as for a file. */
  width: number | null;
}

/** A view as lines of text, readable without colour; without a line feed at the end. */
export function toTerminal(view: View, style: TerminalStyle): string {
  const print = new Printer(style);
  switch (view.kind) {
    case 'answer':
      return print.answer(view.answer);
    case 'sources':
      return print.sources(view);
    case 'notice':
      return noticeInWords(view.notice, en);
    default:
      return view.kind;
  }
}

class Printer {
  private readonly colours;

  constructor(private readonly style: TerminalStyle) {
    this.colours = pico.createColors(style.colour);
  }

  answer(answer: Answer): string {
    if (answer.answered) return answer.quotes.map((quote, i) => this.quote(quote, i + 1)).join('\n\n');
    const nearest = answer.nearest ?? [];
    return [
      this.block('', answer.reason ?? ''),
      ...(nearest.length > 0 ? ['The nearest to it:'] : []),
      ...nearest.map(({ article }) => this.block('  - ', attributionOf(article))),
    ].join('\n');
  }

  /** The quote in its own lines, the sentence that answers best after a ">", then whose it is. */
  private quote({ text, start, highlight, article, alsoIn }: Quote, rank: number): string {
    const before = text.slice(0, highlight.start - start);
    const best = text.slice(highlight.start - start, highlight.end - start);
    const after = text.slice(highlight.end - start);
    const plain = (part: string) => linesOf(part).map((line) => this.block('     ', line));
    const marked = linesOf(best).map((line) => this.block('   > ', line, this.colours.bold));
    const lines = [...plain(before), ...marked, ...plain(after)];
    const number = `${rank}.`.padEnd(3);
    return [
      lines.join('\n').replace(/^ {3}/, number),
      this.block('     ', `— ${attributionOf(article)}`, this.colours.dim),
      ...alsoIn.map((other) => this.block('     ', `  also in ${attributionOf(other)}`, this.colours.dim)),
      ...(article.url ? [this.block('     ', article.url, this.colours.dim)] : []),
      ...(article.note ? [this.block('     ', `Note: ${article.note}`, this.colours.dim)] : []),
    ].join('\n');
  }

  sources({ articles, page, pages, total }: SourcesView): string {
    const shown = articles.map((article) => this.article(article));
    const next = page < pages ? `; /sources ${page + 1} shows the next` : '';
    if (pages > 1) shown.push(`Page ${page} of ${pages}, ${total.toLocaleString('en')} articles${next}.`);
    return shown.join('\n\n');
  }

  private article(article: ArticleSummary): string {
    const facts = [
      publisherOf(article),
      dateOf(article),
      article.language ?? 'language unknown',
      sizeOf(article),
    ].join(' · ');
    return [
      this.block('', titleOf(article), this.colours.bold),
      this.block('  ', facts),
      ...(article.authors ? [this.block('  ', `By ${article.authors.join(', ')}`)] : []),
      ...(article.dateReason ? [this.block('  ', `Date ${dateReason(article)}`)] : []),
      ...(article.note ? [this.block('  ', `Note: ${article.note}`)] : []),
      ...(article.url ? [this.block('  ', article.url)] : []),
      this.block('  ', article.file, this.colours.dim),
    ].join('\n');
  }

  /** A paragraph behind its first words, its further lines indented as far. */
  private block(first: string, text: string, paint: (text: string) => string = (plain) => plain): string {
    const { width } = this.style;
    const lines = width === null ? text : wrapAnsi(text, Math.max(20, width - first.length));
    return (
      first +
      lines
        .split('\n')
        .map(paint)
        .join(`\n${' '.repeat(first.length)}`)
    );
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim());

function dateReason({ dateSource, dateReason: reason }: ArticleSummary): string {
  return dateSource === 'inferred' ? `inferred: ${reason}` : `${reason}`;
}
