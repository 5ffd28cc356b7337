import { describe, expect, it } from 'vitest';
import { summaryOf } from '../src/article/article.js';
import { toMessage } from '../src/discord/message.js';
import { referenceTo } from '../src/sentence-reference.js';
import { type Node, nodesOf, readMessage } from './discord/render.js';
import { controlsOf, ENGLISH, entriesOf, linksOf, quotationsOf, sent, textsOf } from './discord/sent.js';
import { ARTICLE, answerOf, answerView, OFFSET, quoteOf, sentence } from './made-views.js';

const shown = (...arguments_: Parameters<typeof sent>): string => readMessage(sent(...arguments_));
const answered = (...arguments_: Parameters<typeof answerOf>) => answerView(answerOf(...arguments_));

describe('an answer as a message', () => {
  it('prints the question, how sure it is, the quotes with the best sentence in bold, and whose they are', () => {
    const message = sent(
      answered([
        quoteOf(ARTICLE.text, 'Three came.'),
        sentence('Six_came.', { note: null, url: null, date: null, language: 'en-GB' }),
      ]),
    );
    expect(readMessage(message)).toBe(
      [
        'Who came?\nThis very likely answers it.',
        '—',
        'One came. Two came.\n\nThree came. Four left. Five stayed.',
        'The Paper · The talks · Feb 18, 2025 (inferred) · in German · open',
        'Note: a machine translation',
        '—',
        'Six_came.',
        'The Paper · The talks · date unknown',
        '[Context 1] [Context 2]',
        '[👍] [👎]',
      ].join('\n'),
    );
    expect(quotationsOf(message)).toEqual([
      { text: ARTICLE.text, bold: 'Three came.' },
      { text: 'Six_came.', bold: 'Six_came.' },
    ]);
    expect(linksOf(message)).toEqual(['https://example.org/a#:~:text=Three%20came.']);
    const small = (markdown = ''): Node['type'][] => nodesOf(markdown).map(({ type }) => type);
    expect(small(textsOf(message)[0])).toEqual(['strong', 'br', 'subtext']);
    expect(small(textsOf(message)[2])).toEqual(['subtext', 'subtext']);
  });

  it.each([
    [0.9, 'This very likely answers it.'],
    [0.89, 'This probably answers it.'],
    [0.7, 'This probably answers it.'],
    [0.69, 'This may answer it; check the context.'],
  ])('says how sure a certainty of %d is', (score, words) => {
    const [, second] = shown(answered([{ ...sentence('One came.'), score }])).split('\n');
    expect(second).toBe(words);
  });

  it('says which articles were asked, and which page it is', () => {
    const answer = answerOf([sentence('One came.')], { page: 2, pages: 3 });
    const line = (filters: object): string | undefined =>
      shown(answerView(answer, { filters })).split('\n')[1];
    expect(line({ publisher: 'The_Paper', language: 'de', after: '2025-02-18' })).toBe(
      'This very likely answers it · only The_Paper · only German · from Feb 18, 2025 on · page 2 of 3',
    );
    expect(line({ article: ARTICLE.id, before: '2025-02-26' })).toBe(
      'This very likely answers it · only The talks · until Feb 26, 2025 · page 2 of 3',
    );
    expect(line({ after: '2025-02-01', before: '2025-02-28' })).toBe(
      'This very likely answers it · only February 2025 · page 2 of 3',
    );
    expect(line({ after: '2024-01-01', before: '2024-12-31' })).toBe(
      'This very likely answers it · only 2024 · page 2 of 3',
    );
    expect(line({ after: '2025-02-01', before: '2025-03-01' })).toBe(
      'This very likely answers it · from Feb 1, 2025 on · until Mar 1, 2025 · page 2 of 3',
    );
  });

  it('names the other articles that say the same, in one line, shortened where there are many', () => {
    const other = { ...summaryOf(ARTICLE), publisher: 'The_Post', url: null };
    const quote = sentence('One came.', { note: null, url: null, language: null });
    const line = (alsoIn: (typeof other)[]): string | undefined =>
      shown(answered([{ ...quote, alsoIn }])).split('\n')[5];
    expect(line([other, { ...other, title: null, date: null }])).toBe(
      'Also in The_Post, The talks, Feb 18, 2025 (inferred); The_Post, “One came. Two came. Three came. Four left. Five…”, date unknown',
    );
    const many = line(Array.from({ length: 50 }, () => other)) ?? '';
    expect(many).toMatch(/^Also in The_Post, The talks, .*…$/);
    expect(many.length).toBeGreaterThan(250);
    expect(many.length).toBeLessThanOrEqual('Also in '.length + 300);
  });

  it('pings nobody and previews nothing', () => {
    const view = answered([sentence('@everyone')]);
    expect(toMessage(view, ENGLISH, { isPrivate: false })).toMatchObject({
      flags: 1 << 15,
      allowedMentions: { parse: [] },
    });
  });

  it('links to the sentence and nowhere else, whatever is known of the article', () => {
    const text = 'a](https://evil.example)';
    const note = '(b)](https://evil.example)';
    const message = sent(answered([sentence(text, { note, title: '](https://evil.example)' })]));
    expect(linksOf(message)).toEqual(['https://example.org/a#:~:text=a%5D%28https%3A%2F%2Fevil.example%29']);
  });

  it('keeps a name that is written from right to left to itself, and the quote as it is', () => {
    const quote = sentence('הם באו אתמול.', {
      publisher: 'הארץ',
      title: 'השיחות',
      note: null,
      url: null,
      language: 'he',
    });
    const view = answerView(answerOf([quote], { question: 'מי בא?' }), { filters: { publisher: 'הארץ' } });
    expect(shown(view)).toBe(
      [
        'מי בא?\nThis very likely answers it · only \u2068הארץ\u2069',
        '—',
        'הם באו אתמול.',
        '\u2068הארץ\u2069 · \u2068השיחות\u2069 · Feb 18, 2025 (inferred) · in Hebrew',
        '[In context]',
        '[👍] [👎]',
        '[Ask again, only about … ▾ All articles]',
      ].join('\n'),
    );
  });
});

describe('the controls of an answer', () => {
  const quote = quoteOf(ARTICLE.text, 'Three came.');
  const choices = { publishers: ['AP', 'BBC & Co.', 'AP'], periods: ['2025-02', '2024'] };

  it('hold all that they need', () => {
    const answer = answerOf([quote, sentence('Six came.')], { page: 2, pages: 3 });
    const filters = { publisher: 'BBC & Co.', after: '2025-02-01' };
    const message = sent(answerView(answer, { filters, choices }), ENGLISH, { isPrivate: true });
    const { hash } = referenceTo('0123456789ab', OFFSET + 21, 'Three came.');
    const other = referenceTo('0123456789ab', OFFSET, 'Six came.').hash;
    const reference = { article: '0123456789ab', start: '1021', hash };
    expect(controlsOf(message)).toEqual({
      'Context 1': { command: 'context', options: reference, opens: 'anew' },
      'Context 2': {
        command: 'context',
        options: { ...reference, start: '1000', hash: other },
        opens: 'anew',
      },
      '◀ Previous': { command: 'ask', options: { ...filters, page: '1' }, opens: 'here' },
      'More quotes': { command: 'ask', options: { ...filters, page: '3' }, opens: 'here' },
      'Show everyone': { command: 'ask', options: { ...filters, page: '2' }, opens: 'publicly' },
      '👍': { command: 'up', options: {}, opens: 'anew' },
      '👎': { command: 'down', options: {}, opens: 'anew' },
      'Ask again, only about …': { command: 'ask', options: {}, opens: 'here' },
    });
    expect(readMessage(message)).toMatch(
      /\n\[Context 1\] \[Context 2\]\n\[◀ Previous\] \[More quotes\] \[Show everyone\] \[👍\] \[👎\]\n\[Ask again, only about … ▾ .*\]$/,
    );
  });

  it('offer other pages only where there are such, and to show everyone only what one person sees', () => {
    const pages = (page: number, isPrivate: boolean): string | undefined =>
      shown(answered([quote], { page, pages: 2 }), ENGLISH, { isPrivate })
        .split('\n')
        .at(-1);
    expect(pages(1, false)).toBe('[More quotes] [👍] [👎]');
    expect(pages(2, true)).toBe('[◀ Previous] [Show everyone] [👍] [👎]');
  });

  it('ask again about what can be chosen, less what was asked', () => {
    const entries = (filters: object): string[][] =>
      entriesOf(sent(answerView(answerOf([quote]), { filters, choices })));
    const all = ['All articles', '-'];
    const ap = ['AP', 'p=AP'];
    const february = ['February 2025', 'a=2025-02-01&b=2025-02-28'];
    const year = ['2024', 'a=2024-01-01&b=2024-12-31'];
    expect(entries({})).toEqual([ap, ['BBC & Co.', 'p=BBC %26 Co.'], february, year]);
    const ofBbc = ([label, value]: string[]): string[] => [label ?? '', `${value}&p=BBC %26 Co.`];
    expect(entries({ publisher: 'BBC & Co.' })).toEqual([all, ap, ofBbc(february), ofBbc(year)]);
    expect(entries({ after: '2025-02-01', before: '2025-02-28' })).toEqual([
      all,
      ['AP', 'a=2025-02-01&b=2025-02-28&p=AP'],
      ['BBC & Co.', 'a=2025-02-01&b=2025-02-28&p=BBC %26 Co.'],
      year,
    ]);
  });

  it('offer no menu where there is nothing to choose', () => {
    expect(entriesOf(sent(answered([quote])))).toEqual([]);
    const one = { publishers: ['AP'], periods: [] };
    expect(
      entriesOf(sent(answerView(answerOf([quote]), { filters: { publisher: 'AP' }, choices: one }))),
    ).toEqual([['All articles', '-']]);
  });

  it('are no more than fit a menu', () => {
    const many = {
      publishers: Array.from({ length: 40 }, (_, i) => `Paper ${i}`),
      periods: Array.from({ length: 40 }, (_, i) => `${1980 + i}`),
    };
    const entries = entriesOf(
      sent(answerView(answerOf([quote]), { filters: { language: 'de' }, choices: many })),
    );
    expect(entries).toHaveLength(1 + 12 + 10);
    expect([entries[12], entries[13]]).toEqual([
      ['Paper 11', 'l=de&p=Paper 11'],
      ['1980', 'l=de&a=1980-01-01&b=1980-12-31'],
    ]);
  });
});

describe('what one article says, and what is said about a message', () => {
  const answer = answerOf([sentence('One came.', { note: null, url: null })], { page: 1, pages: 2 });
  const body = [
    '—',
    'One came.',
    'The Paper · The talks · Feb 18, 2025 (inferred) · in German',
    '[In context]',
  ];

  it('is introduced as that, and paged as that', () => {
    const view = answerView(answer, { filters: { article: '0123456789ab' }, about: 'article' });
    const message = sent(view, ENGLISH, { isPrivate: true });
    expect(readMessage(message)).toBe(
      [
        'Who came?\nWhat this article says on it, the closest first · page 1 of 2',
        ...body,
        '[More quotes] [Show everyone] [👍] [👎]',
        '[Ask again, only about … ▾ All articles]',
      ].join('\n'),
    );
    const { 'More quotes': more, 'Show everyone': share } = controlsOf(message);
    const options = { article: '0123456789ab' };
    expect(more).toEqual({ command: 'passages', options: { ...options, page: '2' }, opens: 'here' });
    expect(share).toEqual({ command: 'passages', options: { ...options, page: '1' }, opens: 'publicly' });
  });

  it('asks for what is printed as the question', () => {
    const message = sent(answerView(answer, { about: 'message' }));
    expect(readMessage(message)).toBe(
      [
        'Who came?\nWhat the articles say about this message · page 1 of 2',
        ...body,
        '[More quotes] [👍] [👎]',
      ].join('\n'),
    );
    expect(controlsOf(message)['More quotes']).toEqual({
      command: 'message',
      options: { page: '2' },
      opens: 'here',
    });
  });
});

describe('a refusal as a message', () => {
  const nearest = [
    sentence('x', { note: null }),
    sentence('y', { note: null, url: null, publisher: 'Post' }),
  ];
  const refused = {
    answered: false,
    reason: 'They do not say. The nearest passage is from The Paper.',
    refusal: { kind: 'not-in-the-articles' as const },
    nearest,
  };

  it('says why, and what came nearest, where it can be read', () => {
    const choices = { publishers: ['AP', 'BBC'], periods: [] };
    const view = answerView(answerOf([], { ...refused, question: 'Who_left?' }), { choices });
    const message = sent(view, ENGLISH, { isPrivate: true });
    expect(readMessage(message)).toBe(
      [
        'Who_left?\nThe articles do not answer this.',
        '—',
        'The nearest to it:',
        'The Paper · The talks · Feb 18, 2025 (inferred) · in German · open',
        'Post · The talks · Feb 18, 2025 (inferred) · in German',
        '[Context 1] [Context 2]',
        '[👍] [👎]',
        '[Ask again, only about … ▾ AP / BBC]',
      ].join('\n'),
    );
    expect(linksOf(message)).toEqual(['https://example.org/a#:~:text=x']);
    expect(controlsOf(message)['Context 2']).toMatchObject({ command: 'context', opens: 'anew' });
  });

  it('says of a message that nothing is about it', () => {
    const view = answerView(answerOf([], { ...refused, nearest: [] }), { about: 'message' });
    expect(shown(view).split('\n')[1]).toBe('The articles say nothing about this message.');
  });

  it('names days in words, and the filters', () => {
    const refusal = { kind: 'other-days' as const, days: ['2025-02-26', '--03-03'] as never };
    const answer = answerOf([], { ...refused, refusal, nearest: [] });
    expect(shown(answerView(answer, { filters: { publisher: 'AP' } }))).toBe(
      'Who came?\nonly AP\nNothing was found on this for Feb 26, 2025 or March 3.\n[👍] [👎]\n' +
        '[Ask again, only about … ▾ All articles]',
    );
  });

  it('says what is wrong with what is no question', () => {
    const answer = answerOf([], { answered: false, refusal: null, reason: 'Ask _one_ thing.' });
    expect(shown(answerView(answer)).split('\n')[1]).toBe('Ask _one_ thing.');
  });
});
