import type { Reader } from '../load-languages.js';
import { bold } from './markdown.js';

/**
 * The text that a message about a question begins with: the question in a line of its own, whole and in bold, from
 * which it is read back when a button is tapped on; then small print: a sentence, and facts.
 */
export function headed(question: string, [sentence, ...facts]: string[]): string {
  if (sentence === undefined) return bold(question);
  // What follows on the line would look as if it began another sentence.
  const first = facts.length > 0 ? sentence.replace(/\.$/, '') : sentence;
  return `${bold(question)}\n-# ${[first, ...facts].join(' · ')}`;
}

/** Which page it is, where there are several. */
export function pageText({ page, pages }: { page: number; pages: number }, { phrases }: Reader): string[] {
  return pages > 1 ? [phrases.answer.page(page, pages)] : [];
}
