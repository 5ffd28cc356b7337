import type { Article } from '../article/article.js';
import { headingOf, type Passage } from '../passage.js';

/** The articles that passages are cut from, by their ids. */
export type Texts = ReadonlyMap<string, Pick<Article, 'id' | 'title' | 'text'>>;

/**
 * A passage in a file: its label, its article, where it starts and ends, and where its sentences start and end, one after
 * the other. Its heading and its text follow only where they are not those of an article that is known.
 */
export type PassageLine = [
  label: number,
  article: string,
  start: number,
  end: number,
  sentences: number[],
  own?: { heading: string; text: string },
];

export function toLine(label: number, { pageContent, metadata }: Passage, texts: Texts): PassageLine {
  const { article: id, start, end, heading } = metadata;
  const sentences: number[] = [];
  for (const sentence of metadata.sentences) sentences.push(sentence.start, sentence.end);
  const article = texts.get(id);
  const isKnown =
    article !== undefined && article.text.slice(start, end) === pageContent && headingOf(article) === heading;
  return isKnown
    ? [label, id, start, end, sentences]
    : [label, id, start, end, sentences, { heading, text: pageContent }];
}

export function passageOfLine([, id, start, end, offsets, own]: PassageLine, texts: Texts): Passage {
  const article = texts.get(id);
  const sentences = [];
  for (let i = 0; i < offsets.length; i += 2)
    sentences.push({ start: offsets[i] as number, end: offsets[i + 1] as number });
  return {
    // A slice shares the memory of the article's text.
    pageContent: own?.text ?? article?.text.slice(start, end) ?? '',
    metadata: {
      article: article?.id ?? id,
      heading: own?.heading ?? (article ? headingOf(article) : ''),
      start,
      end,
      sentences,
    },
  };
}
