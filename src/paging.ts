/** One page of a list; pages count from 1. */
export interface Page<Thing> {
  things: Thing[];
  page: number;
  pages: number;
}

/**
 * A page of a list. Beyond the last one, the last one is given: the list may have become shorter since a button was shown.
 * @param size how many are on a page
 */
export function pageOf<Thing>(all: readonly Thing[], size: number, asked: number): Page<Thing> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(pages, Math.max(1, asked));
  return { things: all.slice((page - 1) * size, page * size), page, pages };
}

/** The number of a page as it is typed; the first where that is none. */
export function readPage(text: string | undefined): number {
  return Math.max(1, Math.floor(Number(text)) || 1);
}
