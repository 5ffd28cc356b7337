import type { Options } from '../command.js';
import type { Reader } from '../load-languages.js';
import { type Button, button } from './controls.js';

/** What is asked again for another page: a command, and which articles it asks. */
interface Paged {
  command: string;
  options: Options;
}

/** Buttons to the page before and the one after, as far as there are such. */
export function pageButtons(
  { command, options }: Paged,
  { page, pages }: { page: number; pages: number },
  labels: { previous: string; next: string },
): Button[] {
  const to = (label: string, target: number): Button =>
    button(label, { command, options: { ...options, page: `${target}` }, opens: 'here' });
  return [
    ...(page > 1 ? [to(labels.previous, page - 1)] : []),
    ...(page < pages ? [to(labels.next, page + 1)] : []),
  ];
}

/** A button that shows everyone what the asker alone sees. */
export function shareButton({ command, options }: Paged, page: number, { phrases }: Reader): Button {
  return button(phrases.buttons.share, {
    command,
    options: { ...options, page: `${page}` },
    opens: 'publicly',
  });
}
