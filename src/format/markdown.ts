import { parse, postprocess, preprocess } from 'micromark';
import { decodeString } from 'micromark-util-decode-string';
import { readFragment } from './fragment.js';

/**
 * The parser is quadratic in a paragraph that is made of nothing but brackets, and keeps some hundred bytes for each
 * letter. Beyond these sizes, which hardly an article has, only what is written with a backslash is read.
 */
const LARGEST_TEXT = 2_000_000;
const LARGEST_PARAGRAPH = 20_000;

/** Marks inside a line: they go, and what they mark stays. The numbers of a list stay: a sentence may open with a year. */
const MARKS = new Set([
  'atxHeadingSequence',
  'autolinkMarker',
  'blockQuotePrefix',
  'codeTextSequence',
  'emphasisSequence',
  'hardBreakEscape',
  'labelMarker',
  'listItemIndent',
  'reference',
  'resource',
  'strongSequence',
]);
/** What goes whole; where it filled lines, their ends go too. */
const LEFT_OUT = new Set(['codeFencedFence', 'image', 'setextHeadingLine', 'thematicBreak']);

/** A note of where a link leads, not "[Editor]: yes", which has the same form. */
const DEFINES_LINK = /\]:\s*<?(?:[a-z][a-z+.-]*:|\/|#|\.|www\.)/i;
/** Elements that people write into Markdown; "<Applause>" is none. */
const TAG =
  /^<(?:[!?]|\/?(?:a|abbr|article|aside|audio|b|big|blockquote|br|caption|center|cite|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|li|link|main|mark|nav|noscript|object|ol|p|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?![\p{L}\p{N}_:-]))/iu;

interface Edit {
  start: number;
  end: number;
  put: string;
  /** Whether the line goes too if nothing else is on it. */
  isWhole: boolean;
}

/**
 * The text of a Markdown file (CommonMark) without its marks, so that quotes have none. Nothing else is changed: plain
 * prose comes out as it went in.
 * @param markdown line ends as line feeds
 * @returns the text, and the title if the file opens with a heading of the first rank
 */
export function fromMarkdown(markdown: string): { title: string | null; text: string } {
  if (markdown.length > LARGEST_TEXT || markdown.split(/\n\s*\n/).some(isTooLarge)) {
    return { title: null, text: markdown.replace(ESCAPED, readEscape) };
  }
  const events = eventsOf(markdown);
  const edits: Edit[] = [];
  let done = 0;
  for (const [step, token] of events) {
    const start = token.start.offset;
    let end = token.end.offset;
    // Within what goes whole, or a piece of HTML, there is nothing more to do.
    if (step !== 'enter' || start < done) continue;
    const edit = editOf(token.type, markdown.slice(start, end));
    if (!edit) continue;
    while (token.type === 'atxHeadingSequence' && isSpace(markdown[end])) end++;
    edits.push({ start, end, ...edit });
    done = end;
  }
  const text = apply(edits, markdown);
  return { title: opensWithTitle(events, markdown) ? firstLine(text) : null, text };
}

const isTooLarge = (paragraph: string): boolean => paragraph.length > LARGEST_PARAGRAPH;

function editOf(type: string, source: string): Pick<Edit, 'put' | 'isWhole'> | null {
  const edit = (put: string, isWhole: boolean) => ({ put, isWhole });
  if (MARKS.has(type)) return edit('', false);
  if (LEFT_OUT.has(type)) return edit('', true);
  if (type === 'listItemPrefix') return /^[-*+]/.test(source) ? edit('', false) : edit(source, false);
  if (type === 'characterEscape') return edit(source.slice(1), false);
  if (type === 'characterReference') return edit(decodeString(source), false);
  if (type === 'definition' && DEFINES_LINK.test(source)) return edit('', true);
  if (type === 'htmlText' && TAG.test(source)) return edit(/^<br\b/i.test(source) ? '\n' : '', false);
  if (type === 'htmlFlow' && TAG.test(source)) return edit(readFragment(source).text, true);
  return null;
}

function apply(edits: Edit[], markdown: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    const { start, end, put } = edit.isWhole && edit.put === '' ? wholeLine(edit, markdown) : edit;
    parts.push(markdown.slice(from, start), put);
    from = end;
  }
  return [...parts, markdown.slice(from)].join('');
}

/** Takes the line ends after a line that goes: of those before and after it, the greater number stays. */
function wholeLine(edit: Edit, markdown: string): Edit {
  let [start, end] = [edit.start, edit.end];
  while (isSpace(markdown[start - 1])) start--;
  while (isSpace(markdown[end])) end++;
  const before = lengthOfLineEnds(markdown, start, -1);
  const after = lengthOfLineEnds(markdown, end, 1);
  const isAlone = (before > 0 || start === 0) && (after > 0 || end === markdown.length);
  if (!isAlone) return edit;
  return {
    ...edit,
    start,
    end: end + after,
    put: '\n'.repeat(start === 0 ? 0 : Math.max(0, after - before)),
  };
}

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\t';

function lengthOfLineEnds(text: string, from: number, step: 1 | -1): number {
  let at = step === 1 ? from : from - 1;
  while (text[at] === '\n') at += step;
  return Math.abs(at - (step === 1 ? from : from - 1));
}

type Events = ReturnType<typeof eventsOf>;

function eventsOf(markdown: string) {
  return postprocess(
    parse()
      .document()
      .write(preprocess()(markdown, 'utf8', true)),
  );
}

/** What may stand before a title. */
const BEFORE_TITLE = new Set(['lineEnding', 'lineEndingBlank', 'linePrefix', 'htmlFlow', 'htmlFlowData']);

function opensWithTitle(events: Events, markdown: string): boolean {
  const first = events.find(([step, { type }]) => step === 'enter' && !BEFORE_TITLE.has(type))?.[1];
  const source = first ? markdown.slice(first.start.offset, first.end.offset) : '';
  return (
    (first?.type === 'atxHeading' && /^#(?!#)/.test(source)) ||
    (first?.type === 'setextHeading' && /\n\s*=+\s*$/.test(source))
  );
}

const firstLine = (text: string): string | null => /\S.*/.exec(text)?.[0].trim() ?? null;

/** What `toMarkdown` writes. */
const ESCAPED = /\\([!-/:-@[-`{-~])|^&#(32|9);/gm;

const readEscape = (_: string, mark: string | undefined, space: string): string =>
  mark ?? String.fromCharCode(Number(space));

/** What may be a mark: anywhere, or at the start of a line. */
const MAY_MARK = /[\\`*_[\]<&]|(?<=^[ \t]*)[-+>#=~]|(?<=^[ \t]*\d{1,9})[.)]/gm;
/** White space at the start of a line, which may make code of it. */
const INDENT = /^[ \t]/gm;

/**
 * A text as Markdown that reads as just this text: what may be a mark has a backslash before it.
 * @param text line ends as line feeds
 */
export function toMarkdown(text: string): string {
  return text.replace(MAY_MARK, '\\$&').replace(INDENT, (space) => (space === ' ' ? '&#32;' : '&#9;'));
}
