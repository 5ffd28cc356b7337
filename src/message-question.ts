import { oneLine } from './article/invisible.js';
import { NoticeError } from './notice.js';
import { QUESTION_LENGTH } from './question.js';
import { sentencesOf } from './sentence.js';
import { saysSomething } from './words/letters.js';

/**
 * What can be asked about a message of Discord: its words, or where there are more than a question holds, its first sentences.
 * @param message as it was written, in Discord's Markdown
 * @throws NoticeError where it has no words
 */
export function questionOf(message: string): string {
  const text = wordsIn(message);
  const whole = oneLine(text);
  if (!saysSomething(whole) || lengthOf(whole) < QUESTION_LENGTH.min)
    throw new NoticeError({ kind: 'no-text' });
  if (lengthOf(whole) <= QUESTION_LENGTH.max) return whole;
  const opening = sentencesOf(text, null)
    .map(({ end }) => oneLine(text.slice(0, end)))
    .findLast((sentences) => lengthOf(sentences) <= QUESTION_LENGTH.max);
  return opening && saysSomething(opening) ? opening : firstWords(whole);
}

const lengthOf = (text: string): number => [...text].length;

/** As many words as a question holds; where there is no space to cut at, as many characters. */
function firstWords(text: string): string {
  const cut = [...text].slice(0, QUESTION_LENGTH.max + 1).join('');
  const space = cut.lastIndexOf(' ');
  return space > 0 ? cut.slice(0, space) : [...cut].slice(0, QUESTION_LENGTH.max).join('');
}

/**
 * What is no word of a message, and what is put in its place (Discord's documentation, "Message Formatting" and "Markdown
 * Text 101"). Each looks at a character a few times at most, however the message is made.
 */
const MARKS: [RegExp, string][] = [
  // The words of a link stay.
  [/\[([^[\]]*)\]\(<?[a-z]+:\/\/[^()<>\s]*>?(?:\s[^()]*)?\)/gi, '$1'],
  [/<?\b(?:https?|ftp):\/\/[^\s<>]+>?/gi, ' '],
  // People, roles, channels, emoji, moments, commands, and a server's own pages.
  [/<(?:@[!&]?|#|t:|id:|sound:|\/[^<>:]{1,100}:|a?:\w{1,40}:)[\w:-]{1,40}>/g, ' '],
  [/@(?:everyone|here)\b/g, ' '],
  // Headings, quotations and lists, where a line starts.
  [/^[ \t]{0,20}(?:>>>[ \t]?|>[ \t]|(?:-#|#{1,3}|[-*+•])[ \t])/gm, ''],
  [/(?<!\\)(?:`+|~~|\|\||(?<![\p{L}\p{N}])[*_]+|[*_]+(?![\p{L}\p{N}]))/gu, ''],
  [/\\([^\p{L}\p{N}\s])/gu, '$1'],
];

function wordsIn(message: string): string {
  return MARKS.reduce((text, [mark, instead]) => text.replace(mark, instead), message);
}
