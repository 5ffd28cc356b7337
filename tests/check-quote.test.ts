import { describe, expect, it } from 'vitest';
import { summaryOf } from '../src/article/article.js';
import { faultOf } from '../src/check-quote.js';
import type { Quote } from '../src/quote.js';
import { makeArticle } from './make-article.js';

const ARTICLE = makeArticle({
  publisher: 'Le Temps',
  date: '2025-02-18',
  text: 'They met. He left. She stayed.',
});
const OTHER = makeArticle({ id: 'b', file: 'b.txt', text: 'Nothing of this.' });
const QUOTE: Quote = {
  start: 0,
  end: 18,
  text: 'They met. He left.',
  highlight: { start: 10, end: 18 },
  score: 0.9,
  article: summaryOf(ARTICLE),
  alsoIn: [],
};

describe('faultOf', () => {
  it('finds none in a slice of its article whose mark lies inside', () => {
    expect(faultOf(QUOTE, [OTHER, ARTICLE])).toBeNull();
    expect(faultOf({ ...QUOTE, highlight: { start: 0, end: 18 } }, [ARTICLE])).toBeNull();
    const last = { start: 19, end: 30, text: 'She stayed.', highlight: { start: 19, end: 30 } };
    expect(faultOf({ ...QUOTE, ...last }, [ARTICLE])).toBeNull();
  });

  it.each<[string, Partial<Quote>]>([
    ['it does not lie in its article', { start: -1 }],
    ['it does not lie in its article', { end: 31 }],
    ['it does not lie in its article', { start: 18 }],
    ['it is no slice of its article', { text: 'They met. He stayed.' }],
    ['it is no slice of its article', { text: 'They met. He left. ' }],
    ['it is no slice of its article', { text: 'they met. He left.' }],
    ['it is no slice of its article', { start: 1 }],
    ['its mark does not lie inside it', { highlight: { start: 10, end: 19 } }],
    ['its mark does not lie inside it', { highlight: { start: 19, end: 30 } }],
    ['its mark does not lie inside it', { highlight: { start: 10, end: 10 } }],
    [
      'its attribution is not that of its article',
      { article: { ...summaryOf(ARTICLE), publisher: 'Le Monde' } },
    ],
    ['its attribution is not that of its article', { article: { ...summaryOf(ARTICLE), date: null } }],
    [
      'its attribution is not that of its article',
      { article: { ...summaryOf(ARTICLE), authors: ['A. B.'] } },
    ],
    ['it is of no article', { article: { ...summaryOf(ARTICLE), id: 'c' } }],
    ['it is no slice of its article', { article: summaryOf(OTHER), start: 0, end: 16 }],
  ])('says that %s of %j', (fault, change) => {
    expect(faultOf({ ...QUOTE, ...change }, [ARTICLE, OTHER])).toBe(fault);
  });

  it('says that the mark does not lie inside where it starts before the quote', () => {
    const later = { start: 10, end: 30, text: 'He left. She stayed.', highlight: { start: 9, end: 18 } };
    expect(faultOf({ ...QUOTE, ...later }, [ARTICLE])).toBe('its mark does not lie inside it');
  });
});
