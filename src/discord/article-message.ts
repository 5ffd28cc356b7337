import type { APIComponentInContainer } from 'discord.js';
import type { Span } from '../article/article.js';
import type { Reader } from '../load-languages.js';
import { referenceTo } from '../sentence-reference.js';
import type { ArticleView } from '../view.js';
import { authorsLine, factLines, factsLine } from './article-facts.js';
import { partText, partWithin } from './article-part-text.js';
import { DETAILS, type Detail, titleText } from './article-texts.js';
import { type Button, button, rows } from './controls.js';
import { headed } from './headed.js';
import { firstFitting, type Group, lengthOf, ROOM, separated } from './layout.js';

/** Of the one article that a message is about, more can be said than of several. */
const FULL: Detail = { ...DETAILS[0], title: 200, publisher: 80, note: 300 };

/** An article and a part of its text, under the question that led there; then where to read on. */
export function articleParts(view: ArticleView, reader: Reader): APIComponentInContainer[] {
  const whole = { start: 0, end: view.text.length };
  // What is known of the article gives way to its text; where that is still too long, as much as there is room for is shown.
  const [facts = []] = firstFitting([FULL, ...DETAILS], (detail) => [
    factTexts(view, detail, reader),
    partTexts(view, whole, reader),
  ]);
  const part = partWithin(view, ROOM - lengthOf([facts, [placeLine(view, { start: 1, end: 1 }, reader)]]));
  const texts = part ? partTexts(view, part, reader) : [`-# ${reader.phrases.answer.tooLong}`];
  return [...separated([facts, texts]), ...rows(buttons(view, part ?? whole, reader))];
}

function factTexts(view: ArticleView, detail: Detail, reader: Reader): Group {
  const { article, question } = view;
  const facts = [
    factsLine(article, detail, reader, markedSentence(view)),
    ...authorsLine(article, detail, reader),
  ];
  return [
    question === null ? '' : headed(question, []),
    [`### ${titleText(article, detail.title)}`, ...facts.map((line) => `-# ${line}`)].join('\n'),
    factLines(article, detail, reader),
  ];
}

function partTexts(view: ArticleView, part: Span, reader: Reader): Group {
  return [partText(view, part), placeLine(view, part, reader)];
}

/** Where in the article a part of it stands; empty where it is all of it. */
function placeLine({ article, start }: ArticleView, part: Span, { phrases }: Reader): string {
  const [from, to] = [start + part.start, start + part.end];
  if (from === 0 && to >= article.length) return '';
  return `-# ${phrases.article.part(from + 1, to, article.length)}`;
}

/** Buttons to the parts before and after this one, and to what else the article says on the question. */
function buttons(view: ArticleView, part: Span, { phrases }: Reader): Button[] {
  const { article, question, start } = view;
  const [from, to] = [start + part.start, start + part.end];
  const paged = pagedFrom(view);
  const at = (label: string, offset: number, isOff: boolean): Button =>
    button(label, { ...paged, options: { ...paged.options, from: `${offset}` }, opens: 'here' }, isOff);
  const isWhole = from === 0 && to >= article.length;
  const passages = { command: 'passages', options: { article: article.id }, opens: 'anew' } as const;
  return [
    // The part before is the one that ends here.
    ...(isWhole ? [] : [at(phrases.buttons.earlier, -from, from === 0)]),
    ...(isWhole ? [] : [at(phrases.buttons.later, to, to >= article.length)]),
    ...(question === null ? [] : [button(phrases.buttons.passages, passages)]),
  ];
}

/** The marked sentence is kept while paging, as far as this part has it. */
function pagedFrom(view: ArticleView): { command: string; options: Record<string, string> } {
  const { article, highlight } = view;
  const sentence = markedSentence(view);
  if (highlight === null || sentence === undefined)
    return { command: 'article', options: { article: article.id } };
  const { start, hash } = referenceTo(article.id, highlight.start, sentence);
  return { command: 'context', options: { article: article.id, start: `${start}`, hash } };
}

const markedSentence = ({ text, start, highlight }: ArticleView): string | undefined =>
  highlight ? text.slice(highlight.start - start, highlight.end - start) : undefined;
