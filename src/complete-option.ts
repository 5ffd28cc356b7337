import type { Choice } from './catalogue.js';
import type { Library } from './library.js';

/**
 * What can be chosen for an option of a command by what is typed of it so far, the likeliest first; nothing for an option
 * of which nothing is known.
 */
export function completeOption(option: string, typed: string, library: Library): Choice[] {
  const catalogue = library.catalogue();
  switch (option) {
    case 'article':
      return catalogue.articles(typed);
    case 'publisher':
      return catalogue.publishers(typed);
    case 'language':
      return catalogue.languages(typed);
    case 'after':
      return catalogue.days(typed, (date, day) => date >= day);
    case 'before':
      return catalogue.days(typed, (date, day) => date <= day);
    default:
      return [];
  }
}
