import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../src/article/article.js';
import { readQuestion } from '../src/discord/read-question.js';
import { NoticeError } from '../src/notice.js';
import { checkQuestion } from '../src/question.js';
import type { View } from '../src/view.js';
import { sent } from './discord/sent.js';
import { ARTICLE, answerOf, answerView, sentence } from './made-views.js';

/** What means something to Discord, or is written in several characters. */
const NASTY = [
  '\\',
  '\\\\',
  '*',
  '**',
  '***',
  '_',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '> ',
  '>>> ',
  '# ',
  '-# ',
  '- ',
  '1. ',
  '12) ',
  '<@1>',
  '<@123456789012345678>',
  '<t:1740000000:R>',
  '<:fire:123456789012345678>',
  ':fire:',
  '@everyone',
  '@here',
  '[a](https://b.example)',
  'https://a_b.example/*c*',
  '<https://a.example>',
  '¯\\_(ツ)_/¯',
  '👨‍👩‍👧‍👦',
  '🇺🇦',
  '👍🏽',
  '1️⃣',
  'שלום',
  'مرحبا',
  'e\u0301',
  'Z\u0351\u036b',
  'नमस्ते',
  '\u00a0',
  '\u3000',
  ' ',
  '\n',
  '?',
  '**\\',
  'x',
  '2',
];

const summary = summaryOf(ARTICLE);
const views = (question: string): View[] => [
  answerView(answerOf([sentence('One came.')], { question })),
  answerView(answerOf([], { question, answered: false, refusal: { kind: 'off-subject' }, nearest: [] })),
  { kind: 'compare', question, publishers: [], filters: { publisher: 'AP' }, page: 1, pages: 1 },
  { kind: 'timeline', answer: answerOf([sentence('One came.')], { question }), filters: {} },
  { kind: 'article', article: summary, text: '', start: 0, end: 0, cuts: [], highlight: null, question },
  { kind: 'notice', notice: { kind: 'passage-gone' }, question },
];

describe('the question of a message', () => {
  it('is read back exactly, whatever it is and whatever the message', () => {
    const part = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 5 }));
    const raw = fc.array(part, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(''));
    const question = raw.filter(isQuestion).map(checkQuestion);
    fc.assert(
      fc.property(question, (asked) => {
        for (const view of views(asked)) expect(readQuestion(sent(view))).toBe(asked);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['a\\', '**', '**a** b', '\\*\\*', '1. x', '> x', '# x', '-# x', '- x', '<@1>', '`x`', '||x||'])(
    'is read back: %j',
    (asked) => {
      for (const view of views(asked)) expect(readQuestion(sent(view))).toBe(asked);
    },
  );

  it('is read from what discord.js makes of components too', () => {
    const text = { type: ComponentType.TextDisplay, data: {}, content: '**a\\*b**\n-# **c**' };
    const container = {
      type: ComponentType.Container,
      components: [{ type: ComponentType.Separator }, text],
    };
    expect(readQuestion({ components: [container] })).toBe('a*b');
  });

  it('is none where the message prints none', () => {
    const texts = ['Busy.', '### The talks', '**2** of **3**', '**a** b', 'a\n**b**', '****', ''];
    for (const content of texts) {
      const components = [{ type: ComponentType.TextDisplay, content }];
      expect(readQuestion({ components })).toBeNull();
    }
    const second = ['a', '**b**'].map((content) => ({ type: ComponentType.TextDisplay, content }));
    expect(readQuestion({ components: second })).toBeNull();
    expect(readQuestion({ components: [] })).toBeNull();
    const others: View[] = [
      {
        kind: 'article',
        article: summary,
        text: '',
        start: 0,
        end: 0,
        cuts: [],
        highlight: null,
        question: null,
      },
      { kind: 'sources', articles: [summary], page: 1, pages: 2, total: 6 },
      { kind: 'notice', notice: { kind: 'busy' } },
      { kind: 'help' },
    ];
    for (const view of others) expect(readQuestion(sent(view))).toBeNull();
  });
});

function isQuestion(raw: string): boolean {
  try {
    return checkQuestion(raw) !== '';
  } catch (error) {
    if (error instanceof NoticeError) return false;
    throw error;
  }
}
