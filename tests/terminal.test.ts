import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ask } from '../commands/ask.js';
import { help } from '../commands/help.js';
import { sources } from '../commands/sources.js';
import type { Answer } from '../src/answer.js';
import { type Article, summaryOf } from '../src/article/article.js';
import type { Options } from '../src/command.js';
import type { Library } from '../src/library.js';
import { LiveLibrary } from '../src/live-library.js';
import type { Quote } from '../src/quote.js';
import { COMMANDS } from '../src/scripts/commands.js';
import { toTerminal } from '../src/terminal.js';
import { runSession } from '../src/terminal-session.js';
import { readOptions } from '../src/typed-command.js';
import type { View } from '../src/view.js';
import { A, FACTS, hit, libraryOf } from './made-library.js';

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
  refusal: null,
  page: 1,
  pages: 1,
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
const answerView = (changes: Partial<Answer> = {}): View => ({
  kind: 'answer',
  answer: { ...ANSWER, ...changes },
  filters: {},
  choices: { publishers: [], periods: [] },
  about: 'question',
});
const SOURCES: View = { kind: 'sources', articles: [summaryOf(ARTICLE)], page: 1, pages: 1, total: 1 };
const PLAIN = { colour: false, width: null };

describe('toTerminal', () => {
  it('shows quotes with their marked sentence, attribution and note, readable without colour', () => {
    expect(toTerminal(answerView(), PLAIN)).toBe(
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
    expect(toTerminal(answerView({ quotes }), PLAIN)).toBe(
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
    const lines = toTerminal(answerView(), { colour: false, width: 40 }).split('\n');
    expect(lines.slice(3, 5)).toEqual([
      '     — publisher unknown · The talks ·',
      '     2025-02-18 (inferred)',
    ]);
  });

  it('makes the marked sentence bold where there is colour', () => {
    const shown = toTerminal(answerView(), { colour: true, width: null });
    expect(shown).toContain('   > \u001B[1mTwo  came.\u001B[22m\n');
  });

  it('shows a refusal with the nearest articles', () => {
    const refusal = answerView({
      answered: false,
      reason: 'They do not say.',
      quotes: [],
      nearest: ANSWER.quotes.slice(0, 1),
    });
    expect(toTerminal(refusal, PLAIN)).toBe(
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

const [FIRST, SECOND] = ANSWER.quotes as [Quote, Quote];

describe('other views', () => {
  it('are quotes under their days', () => {
    const quotes = [FIRST, { ...SECOND, article: FIRST.article }, SECOND];
    const shown = toTerminal({ kind: 'timeline', answer: { ...ANSWER, quotes }, filters: {} }, PLAIN);
    expect(shown.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      '2025-02-18',
      '1.   One came.',
      '2. > One came.',
      'date unknown',
      '3. > One came.',
    ]);
  });

  it('are the quotes of publishers, or that there is none', () => {
    const view: View = {
      kind: 'compare',
      question: 'Who came?',
      publishers: [
        { publisher: 'The Paper', quote: SECOND },
        { publisher: null, quote: null },
      ],
      filters: {},
      page: 1,
      pages: 2,
    };
    expect(toTerminal(view, PLAIN)).toBe(
      [
        'The Paper',
        '   > One came.',
        '     — publisher unknown · “One came. Two came. Three came.” · date unknown',
        '     https://example.org/a',
        '',
        'publisher unknown',
        '     Nothing was found on it.',
        '',
        'Page 1 of 2; /more shows the next.',
      ].join('\n'),
    );
    expect(toTerminal({ ...view, page: 2 }, PLAIN)).toMatch(/\nPage 2 of 2\.$/);
    expect(toTerminal({ ...view, pages: 1 }, PLAIN)).toMatch(/\n {5}Nothing was found on it\.$/);
  });

  it('are a part of an article, its sentence marked, with where something was left out and how to read on', () => {
    const part: View = {
      kind: 'article',
      article: { ...summaryOf(ARTICLE), length: 8_200 },
      text: 'One came.\n\nTwo came. Three came.',
      start: 100,
      end: 132,
      cuts: [11],
      highlight: { start: 111, end: 120 },
      question: 'Who came?',
    };
    const shown = toTerminal(part, PLAIN).split('\n');
    expect(shown.slice(shown.indexOf('  a.txt'))).toEqual([
      '  a.txt',
      '',
      '     One came.',
      '     […]',
      '   > Two came.',
      '     Three came.',
      '',
      'Characters 101 to 132 of 8,200; /more shows the next.',
    ]);
    const last = toTerminal(
      { ...part, article: summaryOf(ARTICLE), start: 2, end: 34, highlight: null },
      PLAIN,
    );
    expect(last).toMatch(/\n {5}Two came\. Three came\.\n\nCharacters 3 to 34 of 34\.$/);
  });

  it('are what there is to know of the index, and of a running bot', () => {
    const view: View = {
      kind: 'status',
      articles: 1,
      passages: 1_234,
      built: '2026-11-22T18:41:08Z',
      from: 'seeds',
      model: 'a-model',
      version: '1.2.3',
      running: null,
    };
    const known = [
      '1 article, 1,234 passages',
      'Index built 2026-11-22 18:41 UTC from seeds',
      'Model: a-model',
      'Version 1.2.3',
    ];
    expect(toTerminal(view, PLAIN).split('\n')).toEqual(known);
    const times = { count: 2, median: 40, p95: 60 };
    expect(toTerminal({ ...view, running: { seconds: 5, times } }, PLAIN).split('\n')).toEqual([
      ...known,
      'Up for 5 s',
      'The last 2 answers: half within 40 ms, 95 % within 60 ms',
    ]);
    expect(toTerminal({ ...view, running: { seconds: 5, times: null } }, PLAIN)).toMatch(
      /\nNothing has been asked yet$/,
    );
  });

  it('are notices and help, in words', () => {
    expect(toTerminal({ kind: 'notice', notice: { kind: 'busy' } }, PLAIN)).toBe(
      'The bot is busy; ask again in a moment.',
    );
    expect(toTerminal({ kind: 'help' }, PLAIN)).toMatch(/^Ask about the articles in your own language\. /);
  });
});

describe('a session in the terminal', () => {
  const talk = async (lines: string[], library: Library, commands = COMMANDS): Promise<string> => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(`${lines.join('\n')}\n`);
    const session = { input, output, style: PLAIN, interactive: false, describe: String };
    await runSession(commands, new LiveLibrary({ library, close: () => {} }), session);
    return output.read().toString();
  };

  it('answers commands and questions until it is left, and goes on after mistakes', async () => {
    const asked: string[] = [];
    const library = libraryOf([], {
      articles: [ARTICLE],
      search: async (question: string) => {
        asked.push(question);
        if (question === 'Break') throw new Error('a fault');
        return { hits: [], question: FACTS };
      },
    });
    const lines = [
      'Who came?',
      '/ask  Who  left?',
      '',
      '/Sources',
      '/nothing',
      'Break',
      'help',
      '/quit',
      'Never',
    ];
    const help = [
      '  /ask <question>  Answer a question with quotes from the articles; "/ask" may be left out',
      '  /sources [page]  List the articles that are quoted from',
      '  /more            Show more: the next quotes, or the next part of an article',
      '  /help            Show this list',
      '  /quit            Leave (as Ctrl-D does)',
      'Behind a question, publisher:, article:, after:, before: or language: says which articles are asked, as in ' +
        '"Who came? after:2025-02-18"',
    ].join('\n');
    const refusal = 'The articles are about other things.';
    expect(await talk(lines, library, [ask, sources])).toBe(
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
    expect(asked).toEqual(['Who came?', 'Who left?', 'Break']);
  });

  it('hands the options on by their names, and shows more of what was shown last', async () => {
    const paper = { ...A, publisher: 'A  Paper' };
    const hits = [0, 2, 4, 6].map((first) => hit(paper, first, first + 1, 0.9 - first / 100));
    const filters: unknown[] = [];
    const library = libraryOf(hits, {
      articles: [paper],
      search: async (_, given) => {
        filters.push(given);
        return { hits, question: FACTS };
      },
    });
    const said = await talk(
      [
        '/more',
        'Why? publisher:a  Paper language:en',
        '/more',
        '/more',
        '/article a.txt',
        '/more',
        '/sources',
      ],
      library,
    );
    const blocks = said.split('\n\n');
    expect(blocks[0]).toBe('There is no more of it.');
    expect(blocks.slice(1, 5).map((block) => block.split('\n')[0])).toEqual([
      '1. > s0.',
      '2. > s2.',
      '3. > s4.',
      '1. > s6.',
    ]);
    expect(blocks[5]).toBe('There is no more of it.');
    expect(blocks.slice(7, 10)).toEqual([
      '     s0.s1.s2.s3.s4.s5.s6.s7.s8.',
      'Characters 1 to 27 of 27.',
      'There is no more of it.',
    ]);
    expect(filters).toEqual(Array(2).fill({ publisher: 'A  Paper', language: 'en' }));
  });
});

describe('readOptions', () => {
  it.each<[string, Options]>([
    ['', { question: '' }],
    ['Who came?', { question: 'Who came?' }],
    [
      'Who came? publisher:The Times  after:2025-02-18',
      { question: 'Who came?', publisher: 'The Times', after: '2025-02-18' },
    ],
    ['Who came? AFTER:2025-02-18', { question: 'Who came?', after: '2025-02-18' }],
    ['article:a.txt question:Who came?', { question: 'Who came?', article: 'a.txt' }],
    ['What happened after: the talks?', { question: 'What happened after: the talks?' }],
    ['Who came hereafter:x?', { question: 'Who came hereafter:x?' }],
    ['Who? page:2', { question: 'Who?', page: '2' }],
  ])('of %j are %j', (typed, options) => {
    expect(readOptions(typed, ask)).toEqual(options);
  });

  it('are none where a command has none', () => {
    expect(readOptions('now', help)).toEqual({});
  });
});
