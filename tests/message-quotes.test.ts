import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened } from '../src/discord/quote-text.js';
import { readMessage } from './discord/render.js';
import { ENGLISH, quotationsOf, sent } from './discord/sent.js';
import { answerOf, answerView, OFFSET, quoteOf, sentence } from './made-views.js';

const TOO_LONG = ENGLISH.phrases.answer.tooLong;
const sentences = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `Sentence ${i} of a long, long quotation that goes on and on.`);
const answered = (...arguments_: Parameters<typeof answerOf>) => answerView(answerOf(...arguments_));

describe('the quotes of an answer', () => {
  it('fit the screen of a phone together: long ones are shortened to whole sentences around the best ones', () => {
    const text = sentences(20);
    const long = quoteOf(text.join(' '), text[10] ?? '');
    const quotations = quotationsOf(sent(answered([long, long, long])));
    expect(quotations).toHaveLength(3);
    // Of sentences of 56 or 57 characters, eight find room in 520, and two in half of what is left of 840; those before the best
    // one say who "he" is.
    expect(quotations).toEqual([
      { text: text.slice(3, 11).join(' '), bold: text[10] },
      { text: text.slice(9, 11).join(' '), bold: text[10] },
      { text: text.slice(9, 11).join(' '), bold: text[10] },
    ]);
  });

  it('give a long one the room that short ones leave', () => {
    const text = sentences(14);
    const long = quoteOf(text.join(' '), text[0] ?? '');
    const short = sentence('One came.');
    expect(quotationsOf(sent(answered([long, short, short]))).map((quotation) => quotation.text)).toEqual([
      text.join(' '),
      'One came.',
      'One came.',
    ]);
  });

  it('keep quotation marks together where there is room', () => {
    const said = 'He said: “We came.\nWe saw.\nWe left.”';
    const quote = quoteOf(`${sentences(5).join(' ')} ${said}\n${sentences(5).join(' ')}`, 'We saw.');
    const text = quote.text.slice(shortened(quote, 50).start, shortened(quote, 50).end);
    expect(text).toBe(said);
    expect(shortened(quote, 20)).toEqual({
      start: quote.text.indexOf('We saw.'),
      end: quote.text.indexOf('We saw.') + 7,
    });
  });

  it('show the best sentences whole where the message has room for them, however long', () => {
    const long = `${'word '.repeat(230)}end.`;
    const message = sent(answered([sentence(long), sentence(long), sentence('One came.')]));
    expect(quotationsOf(message).map(({ text }) => text)).toEqual([long, long, 'One came.']);
  });

  it('give way from the last one where the best sentences do not all fit, and keep their buttons', () => {
    const long = `${'word '.repeat(300)}end.`;
    const message = sent(
      answered(Array.from({ length: 3 }, (_, i) => sentence(`${i} ${long}`, { note: null }))),
    );
    expect(quotationsOf(message).map(({ text }) => text)).toEqual([`0 ${long}`, `1 ${long}`]);
    expect(readMessage(message)).toContain(
      `\n—\n${TOO_LONG}\nThe Paper · The talks · Feb 18, 2025 (inferred) · in German\n[Context 1] [Context 2] [Context 3]\n`,
    );
  });

  it('are named by their articles alone where even the best sentence of the best one does not fit', () => {
    const long = `${'word '.repeat(900)}end.`;
    expect(readMessage(sent(answered([sentence(long), sentence(long)])))).toBe(
      [
        'Who came?\nThis very likely answers it.',
        '—',
        TOO_LONG,
        'The Paper · The talks · Feb 18, 2025 (inferred) · in German',
        'Note: a machine translation',
        '—',
        'The Paper · The talks · Feb 18, 2025 (inferred) · in German',
        'Note: a machine translation',
        '[Context 1]',
        '[👍] [👎]',
      ].join('\n'),
    );
  });

  it('are always verbatim slices that hold the best sentence, and no longer than wanted if that is not', () => {
    const word = fc.constantFrom(
      'He',
      'came',
      '“We',
      'left.”',
      'Feb.',
      '*so*',
      '„Ja,',
      'nein“',
      'U.S.',
      '\n\n',
      '😀',
      '3.',
    );
    const said = fc
      .array(word, { minLength: 1, maxLength: 12 })
      .map((words) => `${words.join(' ').trim() || 'x'}.`);
    fc.assert(
      fc.property(
        fc.array(said, { maxLength: 5 }),
        said,
        fc.array(said, { maxLength: 5 }),
        fc.nat(300),
        (before, best, after, longest) => {
          const text = [...before, best, ...after].join(' ');
          const start = before.join(' ').length + (before.length > 0 ? 1 : 0);
          const highlight = { start: OFFSET + start, end: OFFSET + start + best.length };
          const quote = { ...quoteOf(text, text), highlight };
          const part = shortened(quote, longest);
          const shown = text.slice(part.start, part.end);
          expect(part.start).toBeLessThanOrEqual(start);
          expect(part.end).toBeGreaterThanOrEqual(start + best.length);
          expect(shown.length <= longest || shown === best).toBe(true);
        },
      ),
    );
  });
});
