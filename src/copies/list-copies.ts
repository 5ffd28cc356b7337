import { type Copy, findCopies } from './find-copies.js';

/** An article and its copies, for a person to mend. */
export interface CopyGroup<Text> {
  article: Text;
  copies: {
    article: Text;
    /** How much of the copy stands in the article, in per cent: 100 where all of it does. */
    shared: number;
  }[];
}

/**
 * The articles that have copies, each with those that are nearest to it; a copy is named once, with the article that holds
 * most of it.
 * @returns in the order of the articles, as are the copies of each
 */
export function listCopies<Text extends { id: string; text: string }>(
  articles: readonly Text[],
): CopyGroup<Text>[] {
  const nearest = new Map<string, Copy>();
  for (const copy of findCopies(articles)) {
    const best = nearest.get(copy.other);
    if (!best || isNearer(copy, best)) nearest.set(copy.other, copy);
  }
  const copiesOf = new Map<string, CopyGroup<Text>['copies']>();
  for (const article of articles) {
    const copy = nearest.get(article.id);
    if (!copy) continue;
    // Rounded down: what lacks a word is not all of it.
    const listed = { article, shared: Math.floor(100 * copy.contained) };
    const others = copiesOf.get(copy.one);
    if (others) others.push(listed);
    else copiesOf.set(copy.one, [listed]);
  }
  return articles.flatMap((article) => {
    const copies = copiesOf.get(article.id);
    return copies ? [{ article, copies }] : [];
  });
}

function isNearer(one: Copy, other: Copy): boolean {
  if (one.contained !== other.contained) return one.contained > other.contained;
  return one.resemblance > other.resemblance;
}
