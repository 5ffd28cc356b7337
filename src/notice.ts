import { en } from './languages/en.js';
import { UserError } from './user-error.js';

/** What an asker is told instead of an answer, free of any language. */
export type Notice =
  | { kind: 'question-length'; length: number; min: number; max: number }
  | { kind: 'control-characters'; min: number; max: number }
  | { kind: 'no-day'; text: string }
  /** @property known what could have been asked for, as many as may be named; `more` are not named */
  | {
      kind: 'no-such-article' | 'no-such-publisher' | 'no-such-language';
      text: string;
      known: string[];
      more: number;
    }
  | { kind: 'nothing-left' | 'busy' | 'stopping' | 'fault' | 'being-answered' | 'may-not-share' | 'no-text' }
  | { kind: 'no-such-command'; name: string }
  | { kind: 'cooldown-user' | 'cooldown-guild'; seconds: number }
  /** The index has changed: what a button was about is not in the articles any more, or reads otherwise. */
  | { kind: 'passage-gone' }
  | { kind: 'thanks'; isUp: boolean };

/** A notice as an error: its words are English, and it can be told in another language too. */
export class NoticeError extends UserError {
  constructor(readonly notice: Notice) {
    super(noticeInWords(notice, en), 2);
  }
}

/** What words of a language say a notice in. */
export type NoticeWords = { [Kind in Notice['kind']]: (notice: Notice & { kind: Kind }) => string };

export function noticeInWords(notice: Notice, { notices }: { notices: NoticeWords }): string {
  // The words for a kind take notices of that kind, which the type checker cannot see of a union.
  return (notices[notice.kind] as (told: Notice) => string)(notice);
}
