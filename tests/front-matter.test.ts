import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../src/article/front-matter.js';

const NOTHING = {
  title: null,
  publisher: null,
  authors: null,
  date: null,
  dateSource: null,
  dateReason: null,
  language: null,
  url: null,
  note: null,
};

describe('readFrontMatter', () => {
  it('reads facts as they are written, and leaves the text alone', () => {
    const file =
      '---\ntitle: 1.10\ndate: 2025-02-19\nauthors: [Ann, Bo]\nlanguage: EN-us\n---\n  Text.\n---\nmore';
    expect(readFrontMatter(file)).toEqual({
      facts: {
        ...NOTHING,
        title: '1.10',
        date: '2025-02-19',
        dateSource: 'stated',
        authors: ['Ann', 'Bo'],
        language: 'en-US',
      },
      text: '  Text.\n---\nmore',
    });
  });

  it('takes "unknown", "null" and nothing for what is not known', () => {
    const file = '---\ntitle: unknown\npublisher:\nnote: null\nauthors: []\ndateSource: stated\n---\nText';
    expect(readFrontMatter(file)).toEqual({ facts: NOTHING, text: 'Text' });
  });

  it.each([
    ['no fence', 'Text alone.'],
    ['a fence that is never closed', '---\ntitle: A\nText'],
    ['prose between two rules', '---\nOnce upon a time\n---\nText'],
  ])('takes all for text where there is %s', (_, file) => {
    expect(readFrontMatter(file)).toEqual({ facts: NOTHING, text: file });
  });

  it.each([
    ['date: 2025-02-30', 'its front matter is wrong: "date": expected a day that exists, as YYYY-MM-DD'],
    [
      'date: 2025-02-18\ndateSource: inferred',
      'its front matter is wrong: "dateReason": expected the reason for an inferred date',
    ],
    [
      'url: javascript:alert(1)\nlanguage: x',
      'its front matter is wrong: "language": expected a language tag such as "en"; "url": expected an http or https address',
    ],
    ['title: [a, b]', 'its front matter is wrong: "title": expected a line of text'],
    ['title: "a', 'its front matter is not valid YAML: Missing closing "quote (line 3)'],
  ])('says what is wrong with %j', (yaml, message) => {
    expect(() => readFrontMatter(`---\n${yaml}\n---\nText`)).toThrow(message);
  });

  it('runs nothing and makes no dates', () => {
    const { facts } = readFrontMatter(
      '---\ntitle: !!js/function "function () { return 1 }"\nnote: 2025-02-19T10:00:00Z\n---\n',
    );
    expect(facts).toMatchObject({ title: 'function () { return 1 }', note: '2025-02-19T10:00:00Z' });
  });
});
