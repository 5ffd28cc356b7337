import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../src/article/clean.js';
import { oneLine, withoutInvisible } from '../src/article/invisible.js';

const UNKNOWN = { title: null, authors: null };
const PROSE = 'The ministers met on Tuesday in the capital, officials said.';
const MORE = 'They will meet again on Feb. 24, 2026, they added later.';

describe('clean', () => {
  it.each([
    ['a reading time', '2 min read'],
    ['a date line', 'Published: February 17, 2025 at 8:30 AM EST'],
    ['a date line', '17. Februar 2025'],
    ['a caption', 'The palace on Jan. 15, 2025. (Ann Lee/Agency via Pictures)'],
    ['a newsletter', 'Sign up for our newsletter and get the news in your inbox.'],
    ['a newsletter', 'Bestellen Sie unseren Newsletter für Ihren Posteingang.'],
  ])('leaves out %s between two paragraphs, and marks the place', (reason, line) => {
    const text = `${PROSE}\n\n${line}\n\n${MORE}`;
    expect(clean(text, UNKNOWN)).toEqual({
      text: `${PROSE}\n\n${MORE}`,
      cuts: [{ at: PROSE.length + 2, text: `${line}\n\n`, reason }],
    });
  });

  it.each([
    'RIYADH (AP) — The ministers met on Feb. 18, 2025, officials said.',
    'What comes next',
    'He wrote to her inbox from the embassy (see the report of 2024).',
    'Feb. 24, 2022: the invasion begins',
    '“We listened,” he said (via an interpreter) before he left.',
    'By the sea, the talks went on.',
    'What Ann Lee found in the files',
    '12 miners trapped',
    'The wind blew at 183 kilometres per hour (114 miles/h).',
    'The contract is signed (Agency/Other Agency).',
    'The ministry warned in its newsletter of what your bank never asks for.',
    '“We found it in our inbox, and your inbox may have it too,” she said.',
    'Ann Lee, a witness, could not be reached for a comment.',
  ])('keeps %j', (line) => {
    const text = `${PROSE}\n\n${line}\n\n${MORE}`;
    expect(clean(text, { title: 'The talks', authors: ['Ann Lee'] })).toEqual({ text, cuts: [] });
  });

  it('leaves out a title that is known, a by-line, a menu word said twice and a date before the first word', () => {
    const text = `News\nThe talks\nNews\nBy ANN LEE and BO RAY, Some Paper\n${PROSE}\n${MORE}\n`;
    const { text: kept, cuts } = clean(text, { title: 'The Talks', authors: ['Ann Lee', 'Bo Ray'] });
    expect(kept).toBe(`${PROSE}\n${MORE}`);
    expect(cuts.map(({ text }) => text)).toEqual([
      'News\n',
      'The talks\n',
      'News\n',
      'By ANN LEE and BO RAY, Some Paper\n',
    ]);
    expect(clean(`date 2025-02-19 ${PROSE}`, UNKNOWN).text).toBe(PROSE);
  });

  it('ends the article where its author is introduced', () => {
    const text = `${PROSE}\n\nPortrait\nAnn Lee\nEditor\n\nAnn Lee is an editor who lives here.\n\nAn older story on the talks.`;
    expect(clean(text, { title: null, authors: ['Ann Lee'] }).text).toBe(PROSE);
    // What an agency could not verify introduces nobody, and what an article says twice is its own.
    const agency = `${PROSE}\n\nReuters\n\nReuters could not independently verify the claims.\n\n${MORE}`;
    expect(clean(agency, { title: null, authors: ['Reuters'] }).text).toContain(MORE);
    const interview = `Q\n${PROSE}\nA\n${MORE}\nQ\n${PROSE}\nA\n${MORE}`;
    expect(clean(interview, UNKNOWN)).toEqual({ text: interview, cuts: [] });
    // A name alone is not yet an introduction.
    expect(clean(`${PROSE}\n\nTalks\n\n${MORE}`, { title: null, authors: ['Talks Lee'] }).text).toBe(
      `${PROSE}\n\nTalks\n\n${MORE}`,
    );
  });

  it('only deletes: what is left stands in the text, part for part, whatever the lines are', () => {
    const line = fc.oneof(
      fc.constantFrom(PROSE, MORE, 'News', '2 min read', 'Ann Lee', '', '2025-02-19'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = withoutInvisible(lines.join('\n'));
        const cleaned = clean(text, { title: 'News', authors: ['Ann Lee'] });
        const places = [...new Set(cleaned.cuts.map(({ at }) => at))];
        const parts = [0, ...places].map((start, i) => cleaned.text.slice(start, places[i]));
        let from = 0;
        for (const part of parts) {
          const found = text.indexOf(part, from);
          expect(found).toBeGreaterThanOrEqual(from);
          from = found + part.length;
        }
      }),
    );
  });
});

describe('withoutInvisible', () => {
  it('removes control, zero-width and direction-changing characters', () => {
    expect(withoutInvisible('\uFEFFa\u200Bb\u202Ec\u0007d\u00ADe\u2066f\u200D\u001B[31m')).toBe('abcdef[31m');
  });

  it('keeps tabs, accents and an emoji that is made of several', () => {
    expect(withoutInvisible('a\tKiew\u0301 👨‍👩‍👧 👩🏽‍🚀')).toBe('a\tKiew\u0301 👨‍👩‍👧 👩🏽‍🚀');
  });

  it('reads every line end as a line feed', () => {
    expect(withoutInvisible('a\r\nb\rc\u2028d\fe')).toBe('a\nb\nc\nd\ne');
  });

  it('makes one line of a title', () => {
    expect(oneLine(' A\u200B\n  title\t ')).toBe('A title');
  });
});
