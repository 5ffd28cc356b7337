import { type Notice, NoticeError } from './notice.js';

const MOST_NAMED = 10;
const LONGEST = 80;

/**
 * The error of a name that nothing has.
 * @param known what could have been asked for, the likeliest first
 */
export function noSuch(
  kind: Extract<Notice, { known: string[] }>['kind'],
  text: string,
  known: readonly (string | null)[],
): NoticeError {
  const names = [...new Set(known.filter((name) => name !== null))];
  const more = Math.max(0, names.length - MOST_NAMED);
  return new NoticeError({ kind, text, known: names.slice(0, MOST_NAMED).map(shortened), more });
}

/** Cut between characters, never within one. */
function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
