import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../src/sentence.js';

const split = (text: string, language: string | null = 'en'): string[] =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each([
    [
      'en',
      ['U.S. and Russian officials met on Feb. 27, a U.S. State Department official said.', 'They left.'],
    ],
    ['en', ['Lavrov and then-U.S. Secretary of State Antony Blinken talked.', 'Gen. Keith Kellogg did not.']],
    ['en', ['It rose by 3.14 points at 5 p.m. on Monday.', 'No. 5 was next.']],
    ['en', ['"There are no issues. Ukraine is not  on the agenda," she said.', 'He nodded.']],
    ['en', ['“We listened,” he said, adding, “Not only did we listen.”', '“And?” she asked.']],
    ['de', ['Das war am 24. Februar 2022, z. B. um 3,5 Mio. Euro.', 'Dr. Müller ging.']],
    [
      'de',
      ['„Beziehungen sind wichtig. Nur gemeinsam geht es “, sagte er.', '„Wir gehen.“', 'Dann ging er.'],
    ],
    ['ru', ['В 2025 г. и позже писал А. С. Пушкин.', '«Мы готовы. Мы ждём», сказал он.']],
  ])('cuts %s text into %j', (language, sentences) => {
    expect(split(sentences.join(' '), language)).toEqual(sentences);
  });

  it('ends a sentence at the end of a line, so that a subheading is one of its own', () => {
    expect(split('He spoke.\nWhat comes next\nShe spoke.\n\n  Then they left.')).toEqual([
      'He spoke.',
      'What comes next',
      'She spoke.',
      'Then they left.',
    ]);
  });

  it('reads a text that was broken at a width paragraph by paragraph', () => {
    const first =
      'The ministers of both countries met in the capital on Tuesday and\nthen spoke about the embassies that have long been closed to the\npublic, and about much else besides, as officials told us later on\nthe same day. They left.';
    expect(split(`${first}\n\nA new paragraph.`)).toEqual([
      first.slice(0, first.indexOf(' They left.')),
      'They left.',
      'A new paragraph.',
    ]);
  });

  it('cuts a text without full stops at spaces, and one without spaces between characters', () => {
    const words = split('word '.repeat(600));
    expect(words.map((part) => part.length)).toEqual([1199, 1199, 599]);
    expect(words.join(' ')).toBe('word '.repeat(600).trim());
    expect(split('😀'.repeat(900)).map((part) => part.length)).toEqual([1200, 600]);
  });

  it('cuts a paragraph that is longer than what the segmenter gets at a time as it cuts a shorter one', () => {
    const sentence = 'The U.S. officials met on Feb. 27, and “all went well. Very well,” they said.';
    expect(split(`${sentence} `.repeat(500))).toEqual(Array(500).fill(sentence));
  });

  it('holds every character but white space, in order, for any text and language', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom('U.S. ', 'Feb. 27', '. ', '\n', '“Ja.“ ', 'г. ', 'A. ', '  '),
          ),
        ),
        fc.constantFrom('en', 'de', 'ru', 'xx', 'zh-Hant', null),
        (parts, language) => {
          const text = parts.join('');
          const spans = sentencesOf(text, language);
          const ends = [0, ...spans.map(({ end }) => end)];
          const starts = [...spans.map(({ start }) => start), text.length];
          for (const [i, end] of ends.entries()) expect(text.slice(end, starts[i]).trim()).toBe('');
          for (const { start, end } of spans)
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        },
      ),
    );
  });
});
