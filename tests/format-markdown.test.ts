import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../src/article/front-matter.js';
import { withoutInvisible } from '../src/article/invisible.js';
import { fromMarkdown, toMarkdown } from '../src/format/markdown.js';
import { cpuSeconds } from './cpu-seconds.js';
import { ROOT } from './program.js';

const SEEDS = [
  '2025-02-17-ap-talks-ahead.txt',
  '2025-02-18-rubio-diplomatische-missionen.txt',
  '2025-02-19-riyadh.txt',
  '2025-02-26-kyiv-independent-ukraine-not-on-agenda.txt',
];

describe('fromMarkdown', () => {
  it('leaves out marks, and nothing else', () => {
    const markdown = [
      '# The *talks*',
      '## What comes next',
      '> “We **listened**,” he said.\n> They left.',
      '- one [link](https://example.org "title")\n- two [other][a] and [a]\n  of them',
      '1. First &amp; last \\* \n2. Second `code`',
      '![a map](map.png)',
      '<!-- a note to the editor -->',
      'A <b>bold</b> word<br>and <https://example.org/x>, <Applause> and x < y.',
      '```js\nconst a = "*b*";\n```',
      'Under the line\n---',
      '[a]: https://example.org/a',
      '***',
      '[Editor]: yes',
      'A ![small](a.png) picture.',
    ].join('\n\n');
    expect(fromMarkdown(markdown)).toEqual({
      title: 'The talks',
      text: [
        'The talks',
        'What comes next',
        '“We listened,” he said.\nThey left.',
        'one link\ntwo other and a\nof them',
        '1. First & last * \n2. Second code',
        'A bold word\nand https://example.org/x, <Applause> and x < y.',
        'const a = "*b*";',
        'Under the line',
        '[Editor]: yes',
        'A  picture.',
      ].join('\n\n'),
    });
  });

  it.each(SEEDS)('leaves %s as it is, character for character', async (file) => {
    const { text } = readFrontMatter(withoutInvisible(await readFile(join(ROOT, 'seeds', file), 'utf8')));
    expect(fromMarkdown(text)).toEqual({ title: null, text });
  });

  it.each([
    '1939. The war began.\n\n2 * 3 * 4 = 24, and snake_case_names.',
    'He said: «Да».\n\n— Нет, — ответил он.\n\n    Indented, as some newspapers are.',
    'Two  spaces, a trailing one \nand [brackets] that are no link; 5 < 6 > 4; AT&T; #hashtag; +1 %',
  ])('leaves %j as it is', (text) => {
    expect(fromMarkdown(text)).toEqual({ title: null, text });
  });

  it('reads a title that is underlined, and none that comes later', () => {
    expect(fromMarkdown('The talks\n===\n\nThey met.')).toEqual({
      title: 'The talks',
      text: 'The talks\n\nThey met.',
    });
    expect(fromMarkdown('They met.\n\n# The talks').title).toBeNull();
    expect(fromMarkdown('## The talks\n\nThey met.').title).toBeNull();
  });

  it('takes the text out of pieces of HTML', () => {
    expect(fromMarkdown('One.\n\n<div><p>Two <i>words</i>.</p>\n<p>Three.</p></div>\n\nFour.').text).toBe(
      'One.\n\nTwo words.\n\nThree.\n\nFour.',
    );
  });

  it('is quick with what is made to be slow', () => {
    const started = cpuSeconds();
    for (const part of ['[a](', '> ', '*a **b ', '![', '`a', '[a]: x\n']) {
      const text = part.repeat(500_000);
      expect(fromMarkdown(text).text).toBe(text);
    }
    fromMarkdown(`${'[a]('.repeat(4_900)}\n\n${'**a _b '.repeat(2_500)}`);
    expect(cpuSeconds() - started).toBeLessThan(5);
  });
});

describe('toMarkdown', () => {
  it('leaves plain prose as it is', () => {
    const prose = 'The ministers met on Feb. 18, 2025 (a Tuesday) – “in Riyadh”: 5-4, 3.5 %!\n\nThey left.';
    expect(toMarkdown(prose)).toBe(prose);
  });

  it('gives back any text exactly', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '# ',
        '- ',
        '+ ',
        '1. ',
        '12) ',
        '> ',
        '```',
        '~~~',
        '---',
        '===',
        '***',
        '_',
        '[a]: /b',
      ),
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '!',
        '<b>',
        '<!--',
        '&amp;',
        '\\',
        '`',
        '*',
        '    ',
        '\t',
        ' ',
        '\n',
        '\n\n',
      ),
      fc.constantFrom('word', 'Слово', '1', 'a', '|', ':', 'https://example.org', '<https://example.org>'),
      fc.string({ unit: 'binary' }),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = withoutInvisible(pieces.join(''));
        expect(fromMarkdown(toMarkdown(text)).text).toBe(text);
        const long = `${text}\n\n${'One [word] of *many*, \\and more. '.repeat(1_000)}\n${text}`;
        expect(fromMarkdown(toMarkdown(long)).text).toBe(long);
      }),
      { numRuns: 1_000 },
    );
  });
});
