import type { NoticeView } from './view.js';

/** What is told where the index has changed since a button was shown; with the question, it can be asked again. */
export function passageGone(question: string | undefined): NoticeView {
  return { kind: 'notice', notice: { kind: 'passage-gone' }, ...(question !== undefined && { question }) };
}
