import type { Article } from '../article/article.js';

/** Where an article is: its file, and which entry of it where it is not the first, counted from 0 as in `--json`. */
export const placeOf = ({ file, entry }: Article): string => (entry === 0 ? file : `${file} #${entry}`);
