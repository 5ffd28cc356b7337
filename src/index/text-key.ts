import { hash } from 'node:crypto';
import type { Article } from '../article/article.js';
import type { Passage } from '../passage.js';
import { leadOf } from './article-vectors.js';

/** Passages with the same key are embedded alike: they have the same heading and text, cut into the same sentences. */
export function passageKey({ pageContent, metadata }: Passage): string {
  const ends = metadata.sentences.map(({ end }) => end - metadata.start);
  return hashOf(`${ends}\n${metadata.heading}\n${pageContent}`);
}

export const leadKey = (article: Article): string => hashOf(`lead\n${leadOf(article)}`);

const hashOf = (text: string): string => hash('sha256', text, 'base64');
