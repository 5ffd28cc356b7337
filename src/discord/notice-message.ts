import type { APIComponentInContainer } from 'discord.js';
import type { Reader } from '../load-languages.js';
import { noticeInWords } from '../notice.js';
import type { NoticeView } from '../view.js';
import { button, rows } from './controls.js';
import { headed } from './headed.js';
import { displayed } from './layout.js';
import { escapedWithin } from './markdown.js';

const LONGEST_NOTICE = 3_000;

/** The words of a notice; where it is about a question, below that, which can be asked again. */
export function noticeParts(
  { notice, question }: NoticeView,
  { phrases }: Reader,
): APIComponentInContainer[] {
  const words = escapedWithin(noticeInWords(notice, phrases), LONGEST_NOTICE);
  if (question === undefined) return displayed([words]);
  const askAgain = button(phrases.buttons.askAgain, { command: 'ask', options: {}, opens: 'here' });
  return [...displayed([headed(question, []), words]), ...rows([askAgain])];
}
