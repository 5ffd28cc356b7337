import { describe, expect, it } from 'vitest';
import { questionOf } from '../src/message-question.js';

describe('what is asked about a message', () => {
  it.each([
    ['Zelensky met Kellogg in Kyiv', 'Zelensky met Kellogg in Kyiv'],
    [
      '<@1> <@!22> <@&333> <#4444> who <:blob:55> came <a:wave:66> to </ask:77> Kyiv <t:1700000000:R>?',
      'who came to Kyiv ?',
    ],
    ['@everyone @here They met', 'They met'],
    ['see https://example.org/a_b?c=d#e (now) <https://example.org>', 'see (now)'],
    ['[They *met*](https://example.org/a "title") on Tuesday', 'They met on Tuesday'],
    ['[They met](<https://example.org/a>) [1] (2)', 'They met [1] (2)'],
    [
      '# A *heading*\n> quoted\n- **one** of __two__\n>>> ||hidden|| ~~words~~',
      'A heading quoted one of two hidden words',
    ],
    ['-# small\n\n```ts\nconst a_b = 2*3;\n```', 'small ts const a_b = 2*3;'],
    ['1\\. \\*not\\* bold', '1. *not* bold'],
    ['26. Februar: 3 < 5 > 2', '26. Februar: 3 < 5 > 2'],
    ['Sie\u202E kamen\u0007 an', 'Sie kamen an'],
  ])('%j is %j', (message, question) => {
    expect(questionOf(message)).toBe(question);
  });

  it('is its first sentences where it is longer than a question', () => {
    const sentence = `${'word '.repeat(19)}end.`;
    expect(sentence).toHaveLength(99);
    expect(questionOf(`${sentence} ${sentence} ${sentence} Ja.`)).toBe(`${sentence} ${sentence} ${sentence}`);
    expect(questionOf(`${sentence}\n\n${sentence} ${'x'.repeat(4_000)}`)).toBe(`${sentence} ${sentence}`);
  });

  it('is its first words where the first sentence is longer, and characters where a word is', () => {
    expect(questionOf('word '.repeat(800))).toBe('word '.repeat(60).trim());
    expect(questionOf('x'.repeat(4_000))).toBe('x'.repeat(300));
    expect(questionOf('語'.repeat(4_000))).toBe('語'.repeat(300));
    expect(questionOf('𝒳'.repeat(2_000))).toBe('𝒳'.repeat(300));
    // The first sentence has no word in it.
    expect(questionOf(`😀😀!\n${'word '.repeat(800)}`)).toBe(`😀😀! ${'word '.repeat(59).trim()}`);
  });

  it('counts characters, not their halves', () => {
    const message = `${'𝒳'.repeat(298)} a`;
    expect(questionOf(message)).toBe(message);
  });

  it.each(['', '   ', '<@1>', 'https://example.org', '😀 <:blob:55> !!!', '🤷‍♀️ ❤️', '**', 'I', '\u200B'])(
    'is none where there are no words: %j',
    (message) => {
      expect(() => questionOf(message)).toThrow('There are no words in this message to look for.');
    },
  );

  it.each([
    '[',
    '<',
    '_',
    '*',
    '`',
    '\\',
    '> ',
    '<@',
    '[a](',
    '[x](a://b ',
    '||',
    '-# ',
    'https://',
    '@',
    '_a',
  ])('takes no longer for 4,000 characters of %j than it should', (mark) => {
    const started = performance.now();
    try {
      questionOf(mark.repeat(4_000 / mark.length));
    } catch {
      // Some have no words.
    }
    expect(performance.now() - started).toBeLessThan(100);
  });
});
