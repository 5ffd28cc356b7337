import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ask } from '../commands/ask.js';
import { sources } from '../commands/sources.js';
import type { Answer } from '../src/answer.js';
import { type Article, summaryOf } from '../src/article/article.js';
import { Catalogue } from '../src/catalogue.js';
import { createCopies } from '../src/copies/copies.js';
import { LiveLibrary } from '../src/live-library.js';
import { toTerminal } from '../src/terminal.js';
import { runSession } from '../src/terminal-session.js';
import type { View } from '../src/view.js';

const ARTICLE: Article = {
  id: 'a',
  file: 'a.txt',
  entry: 0,
  title: 'The talks',
  publisher: null,
  authors: ['Ann Lee', 'Bo Ray'],
  date: '2025-02-18',
  dateSource: 'inferred',
  dateReason: 'it says "on Tuesday"',
  language: 'en',
  languageSource: 'stated',
  url: 'https://example.org/a',
  note: 'a machine translation',
  text: 'One came.  Two  came.\n\nThree came.',
  cuts: [],
};
const ANSWER: Answer = {
  question: 'Who came?',
  answered: true,
  reason: null,
  quotes: [
    {
      text: ARTICLE.text,
      start: 0,
      end: 34,
      highlight: { start: 11, end: 21 },
      score: 0.9,
      article: summaryOf(ARTICLE),
      alsoIn: [],
    },
    {
      text: 'One came.',
      start: 0,
      end: 9,
      highlight: { start: 0, end: 9 },
      score: 0.8,
      article: summaryOf({ ...ARTICLE, title: null, note: null, date: null }),
      alsoIn: [],
    },
  ],
  ms: 1,
};
const SOURCES: View = { kind: 'sources', articles: [summaryOf(ARTICLE)], page: 1, pages: 1, total: 1 };
const PLAIN = { colour: false, width: null };

describe('toTerminal', () => {
  it('shows quotes with their marked sentence, attribution and note, readable without colour', () => {
    expect(toTerminal({ kind: 'answer', answer: ANSWER }, PLAIN)).toBe(
      [
        '1.   One came.',
        '   > Two  came.',
        '     Three came.',
        '     — publisher unknown · The talks · 2025-02-18 (inferred)',
        '     https://example.org/a',
        '     Note: a machine translation',
        '',
        '2. > One came.',
        '     — publisher unknown · “One came. Two came. Three came.” · date unknown',
        '     https://example.org/a',
      ].join('\n'),
    );
  });

  it('names the other articles that say the same, a line each, below whose the quote is', () => {
    const others = [
      summaryOf({ ...ARTICLE, publisher: 'The Paper', date: null }),
      summaryOf({ ...ARTICLE, title: 'Gespräche', note: null, dateSource: 'stated' }),
    ];
    const quotes = ANSWER.quotes.slice(1).map((quote) => ({ ...quote, alsoIn: others }));
    expect(toTerminal({ kind: 'answer', answer: { ...ANSWER, quotes } }, PLAIN)).toBe(
      [
        '1. > One came.',
        '     — publisher unknown · “One came. Two came. Three came.” · date unknown',
        '       also in The Paper · The talks · date unknown',
        '       also in publisher unknown · Gespräche · 2025-02-18',
        '     https://example.org/a',
      ].join('\n'),
    );
  });

  it('breaks lines at the width of the terminal, behind their indentation', () => {
    const lines = toTerminal({ kind: 'answer', answer: ANSWER }, { colour: false, width: 40 }).split('\n');
    expect(lines.slice(3, 5)).toEqual([
      '     — publisher unknown · The talks ·',
      '     2025-02-18 (inferred)',
    ]);
  });

  it('makes the marked sentence bold where there is colour', () => {
    const shown = toTerminal({ kind: 'answer', answer: ANSWER }, { colour: true, width: null });
    expect(shown).toContain('   > \u001B[1mTwo  came.\u001B[22m\n');
  });

  it('shows a refusal with the nearest articles', () => {
    const refusal = {
      ...ANSWER,
      answered: false,
      reason: 'They do not say.',
      quotes: [],
      nearest: ANSWER.quotes.slice(0, 1),
    };
    expect(toTerminal({ kind: 'answer', answer: refusal }, PLAIN)).toBe(
      'They do not say.\nThe nearest to it:\n  - publisher unknown · The talks · 2025-02-18 (inferred)',
    );
  });

  it('shows all that is known of an article', () => {
    expect(toTerminal(SOURCES, PLAIN)).toBe(
      [
        'The talks',
        '  publisher unknown · 2025-02-18 (inferred) · en · 34 characters',
        '  By Ann Lee, Bo Ray',
        '  Date inferred: it says "on Tuesday"',
        '  Note: a machine translation',
        '  https://example.org/a',
        '  a.txt',
      ].join('\n'),
    );
  });
});

describe('a page of sources', () => {
  it('says which it is and how to see the next, where there are several', () => {
    const shown = toTerminal({ ...SOURCES, page: 2, pages: 3, total: 1_017 }, PLAIN);
    expect(shown.split('\n').at(-1)).toBe('Page 2 of 3, 1,017 articles; /sources 3 shows the next.');
    const last = toTerminal({ ...SOURCES, page: 3, pages: 3, total: 1_017 }, PLAIN);
    expect(last.split('\n').at(-1)).toBe('Page 3 of 3, 1,017 articles.');
  });
});

describe('a session in the terminal', () => {
  it('answers commands and questions until it is left, and goes on after mistakes', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const asked: string[] = [];
    const library = {
      articles: [ARTICLE],
      log: { error: (message: string) => expect.unreachable(message) },
      isSameStatement: () => false,
      copies: createCopies([], [], []),
      baseline: { unshared: 0.7, shared: 0.1, deviation: 0.02 },
      catalogue: () => new Catalogue([]),
      search: async (question: string) => {
        asked.push(question);
        if (question === 'Break') throw new Error('a fault');
        const facts = { unknown: 0, known: 0, weakest: -1, unmentioned: [], daysNotFound: [] };
        return { hits: [], question: facts };
      },
    };
    input.end('Who came?\n/ask  Who  left?\n\n/Sources\n/nothing\nBreak\nhelp\n/quit\nNever asked\n');
    await runSession([ask, sources], new LiveLibrary({ library, close: () => {} }), {
      input,
      output,
      style: PLAIN,
      interactive: false,
      describe: String,
    });
    const help = [
      '  /ask <question> [publisher] [article] [after] [before] [language]  Answer a question with quotes from the articles; "/ask" may be left out',
      '  /sources [page]                                                    List the articles that are quoted from',
      '  /help                                                              Show this list',
      '  /quit                                                              Leave (as Ctrl-D does)',
    ].join('\n');
    const refusal = 'The articles are about other things.';
    expect(asked).toEqual(['Who came?', 'Who left?', 'Break']);
    expect(output.read().toString()).toBe(
      [
        refusal,
        refusal,
        toTerminal(SOURCES, PLAIN),
        `There is no command /nothing. The commands are:\n${help}`,
        'Error: a fault',
        help,
        '',
      ].join('\n\n'),
    );
  });
});
