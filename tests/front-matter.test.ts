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
      unknown: [],
      text: '  Text.\n---\nmore',
    });
  });

  it('takes "unknown", "null" and nothing for what is not known', () => {
    const file = '---\ntitle: unknown\npublisher:\nnote: null\nauthors: []\ndateSource: stated\n---\nText';
    expect(readFrontMatter(file)).toEqual({ facts: NOTHING, unknown: [], text: 'Text' });
  });

  it.each([
    ['no fence', 'Text alone.'],
    ['a rule and no end of it', '---\nOnce upon a time\nText'],
    ['prose between two rules', '---\nOnce upon a time\n---\nText'],
  ])('takes all for text where there is %s', (_, file) => {
    expect(readFrontMatter(file)).toEqual({ facts: NOTHING, unknown: [], text: file });
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
    ['language: English', 'its front matter is wrong: "language": expected a language tag such as "en"'],
    ['language: en-a', 'its front matter is wrong: "language": expected a language tag such as "en"'],
    ['- a\n- b', 'its front matter is wrong: expected lines such as "title: The talks"'],
    [
      'note: b\ntitle: War: the end',
      'its front matter cannot be read (line 3); a text with a colon or quotation marks in it has to stand in quotation marks',
    ],
  ])('says what is wrong with %j', (yaml, message) => {
    expect(() => readFrontMatter(`---\n${yaml}\n---\nText`)).toThrow(message);
  });

  it('says that the end is missing', () => {
    expect(() => readFrontMatter('---\ntitle: A\nText')).toThrow(
      'its front matter has no end: expected a line "---" after it',
    );
  });

  it('knows a name however it is written, and tells of those that it does not know', () => {
    const { facts, unknown } = readFrontMatter(
      '---\nTitle: A\nauthor: Ann\ntitel: B\ntags: [c]\n__proto__: d\n---\nText',
    );
    expect(facts).toEqual({ ...NOTHING, title: 'A', authors: ['Ann'] });
    expect(unknown).toEqual(['titel', 'tags', '__proto__']);
  });

  it('runs nothing and makes no dates', () => {
    const { facts } = readFrontMatter(
      '---\ntitle: !!js/function "function () { return 1 }"\nnote: 2025-02-19T10:00:00Z\n---\n',
    );
    expect(facts).toMatchObject({ title: 'function () { return 1 }', note: '2025-02-19T10:00:00Z' });
  });
});
