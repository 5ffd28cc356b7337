import type { Options } from './command.js';
import type { View } from './view.js';

/** What a command is given besides to show what follows a view; null where nothing does. */
export function optionsForMore(view: View): Options | null {
  switch (view.kind) {
    case 'answer':
    case 'timeline':
      return pageAfter(view.answer);
    case 'compare':
    case 'sources':
      return pageAfter(view);
    case 'article':
      return view.end < view.article.length ? { from: `${view.end}` } : null;
    default:
      return null;
  }
}

function pageAfter({ page, pages }: { page: number; pages: number }): Options | null {
  return page < pages ? { page: `${page + 1}` } : null;
}
