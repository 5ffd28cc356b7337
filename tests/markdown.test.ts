import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bold,
  escapedWithin,
  escapeMarkdown,
  isolated,
  link,
  quoted,
  unescapedMarkdown,
} from '../src/discord/markdown.js';
import { lettersOf, nodesOf } from './discord/render.js';

const shown = (markdown: string): string => lettersOf(nodesOf(markdown));

/** Words and signs that mean something to Discord. */
const SIGNS = [
  '*',
  '**',
  '***',
  '_',
  '__',
  '~~',
  '`',
  '```',
  '||',
  '|',
  '>',
  '> ',
  '>>> ',
  '# ',
  '## ',
  '-# ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '12) ',
  '\\',
  '\n',
  ' ',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<t:1740000000:R>',
  '<:fire:123456789012345678>',
  '</ask:123456789012345678>',
  '<id:customize>',
  ':fire:',
  ':piñata:',
  '\u00A0',
  '\u202F',
  ':',
  'https://example.org/a_b',
  '<https://example.org>',
  '[text](https://example.org)',
  'http://',
  '¯\\_(ツ)_/¯',
  '🎉',
  'é',
  'Київ',
  'word',
  'x',
  '2',
  '.',
  '!',
  '-',
  '=',
];

describe('escapeMarkdown', () => {
  it.each([
    'It *was* _so_, __he__ ~~said~~, ||once||; `code` ```block```',
    '-# small\n# large\n> quoted\n>>> all of it\n- one\n* two\n1. three\n  2) four',
    '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
    '<t:1740000000:R> <:fire:123456789012345678> :fire: </ask:123456789012345678> <id:customize>',
    'https://example.org/a_b <https://example.org> [text](https://example.org) (see http://a.org).',
    'C:\\news\\_old_\\*.txt and ¯\\_(ツ)_/¯',
  ])('shows %j as it is', (text) => {
    expect(shown(escapeMarkdown(text))).toBe(text);
    expect(shown(quoted(escapeMarkdown(text)))).toBe(text);
  });

  it('shows any text as it is, in a quotation and in bold too', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...SIGNS), fc.string()), { maxLength: 12 }).map((parts) =>
      // An article's text has no control characters, and no white space at its ends or at the end of a line.
      parts
        .join('')
        .replace(/[^\P{C}\n]|[^\S\n \u00A0\u202F]/gu, '')
        .replace(/[^\S\n]+$/gm, '')
        .replace(/\n{2,}/g, '\n')
        .trim(),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const escaped = escapeMarkdown(raw);
        expect(shown(escaped)).toBe(raw);
        expect(shown(quoted(escaped))).toBe(raw);
        expect(shown(quoted(bold(raw)))).toBe(raw);
        expect(unescapedMarkdown(escaped)).toBe(raw);
        // The parser knows neither lists nor names of emoji: no line may begin like one, no colon open one.
        expect(escaped).not.toMatch(/^\s*(?:[-*+#>]|\d+[.)])/m);
        expect(escaped).not.toMatch(/(?<!\\):[^\s:]+:/);
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves alone what means nothing', () => {
    const plain = 'On Feb. 18, 2025 (a Tuesday) – 176 drones; 12:30, "so-called" #talks & co. | 50% @ $5';
    expect(escapeMarkdown(plain)).toBe(plain);
  });
});

describe('escapedWithin', () => {
  it('cuts with an ellipsis what takes more room, never inside a character or its backslash', () => {
    expect(escapedWithin('a title', 7)).toBe('a title');
    expect(escapedWithin('a_title', 7)).toBe('a\\_tit…');
    expect(escapedWithin('a 😀😀😀', 5)).toBe('a 😀…');
    expect(escapedWithin('________', 4)).toBe('\\_…');
  });
});

describe('link', () => {
  it('keeps an address within its brackets', () => {
    expect(link('open', 'https://example.org/a_(b)?c=<d>&e=[f] g')).toBe(
      '[open](https://example.org/a_%28b%29?c=%3Cd%3E&e=[f]%20g)',
    );
    expect(nodesOf(link('open', 'https://example.org/(b)') ?? '')).toMatchObject([
      { type: 'link', target: 'https://example.org/%28b%29' },
    ]);
  });

  it.each(['', 'example.org', 'javascript:alert(1)', 'https://', `https://example.org/${'a'.repeat(500)}`])(
    'is none where the address is %j',
    (address) => expect(link('open', address)).toBeNull(),
  );
});

describe('isolated', () => {
  it('keeps the direction of a name to itself, where it has another one', () => {
    expect(isolated('הארץ')).toBe('\u2068הארץ\u2069');
    expect(isolated('**الجزيرة** 24')).toBe('\u2068**الجزيرة** 24\u2069');
    expect(isolated('ߒߞߏ')).toBe('\u2068ߒߞߏ\u2069');
    expect(isolated('𐤀 and 𞤀')).toBe('\u2068𐤀 and 𞤀\u2069');
    for (const name of ['The Paper', 'Київ', '新闻', '😀', '']) expect(isolated(name)).toBe(name);
  });
});
