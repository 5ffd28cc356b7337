import type { Article } from '../article/article.js';

/** Where an article is: its file, and which entry of it where it is not the first, counted from 0 as in `--json`. */
export const placeOf = ({ file, entry }: Pick<Article, 'file' | 'entry'>): string =>
  entry === 0 ? file : `${file} #${entry}`;
