import type { Article } from '../article/article.js';
export const cutRepeated = (articles: Article[]): Article[] => articles;
export const withoutRepeatedCuts = (article: Article): Article => article;
