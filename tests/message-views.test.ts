import { describe, expect, it } from 'vitest';
import { type Article, summaryOf } from '../src/article/article.js';
import { referenceTo } from '../src/sentence-reference.js';
import type { ArticleView, View } from '../src/view.js';
import { readMessage } from './discord/render.js';
import { controlsOf, ENGLISH, entriesOf, linksOf, quotationsOf, sent } from './discord/sent.js';
import { ARTICLE, answerOf, quoteOf, sentence } from './made-views.js';

const shown = (...arguments_: Parameters<typeof sent>): string => readMessage(sent(...arguments_));
const PRIVATE = { isPrivate: true };

describe('a comparison as a message', () => {
  const bare = { note: null, url: null };
  const view: View = {
    kind: 'compare',
    question: 'Who came?',
    publishers: [
      { publisher: 'The Paper', quote: quoteOf('One came. Two came.', 'Two came.', bare) },
      { publisher: 'The_Post', quote: null },
      { publisher: null, quote: sentence('Six came.', { ...bare, publisher: null }) },
    ],
    filters: { language: 'de' },
    page: 1,
    pages: 2,
  };

  it('sets the publishers side by side, also those that say nothing', () => {
    const message = sent(view, ENGLISH, PRIVATE);
    expect(readMessage(message)).toBe(
      [
        'Who came?\nThe best quote of each publisher · only German · page 1 of 2',
        '—',
        'One came. Two came.',
        '1 · The Paper · The talks · Feb 18, 2025 (inferred) · in German',
        '—',
        'The_Post · Nothing was found on it.',
        '—',
        'Six came.',
        '2 · The talks · publisher unknown · Feb 18, 2025 (inferred) · in German',
        '[Context 1] [Context 2]',
        '[Next ▶] [Show everyone]',
      ].join('\n'),
    );
    const { 'Next ▶': next, 'Show everyone': share } = controlsOf(message);
    expect(next).toEqual({ command: 'compare', options: { language: 'de', page: '2' }, opens: 'here' });
    expect(share).toEqual({ command: 'compare', options: { language: 'de', page: '1' }, opens: 'publicly' });
  });
});

describe('a timeline as a message', () => {
  const on = (date: string | null, text: string) =>
    sentence(text, {
      date,
      dateSource: date === null ? null : 'stated',
      note: null,
      url: null,
      language: 'en',
    });

  it('sets quotes under their days, and says each day once', () => {
    const quotes = [
      on('2025-02-17', 'One.'),
      on('2025-02-18', 'Two.'),
      on('2025-02-18', 'Three.'),
      on(null, 'Four.'),
    ];
    const message = sent(
      { kind: 'timeline', answer: answerOf(quotes), filters: { publisher: 'AP' } },
      ENGLISH,
      PRIVATE,
    );
    expect(readMessage(message)).toBe(
      [
        'Who came?\nWhat the articles say on it, by date · only AP',
        'Feb 17, 2025\nOne.',
        '1 · The Paper · The talks',
        'Feb 18, 2025\nTwo.',
        '2 · The Paper · The talks',
        'Three.',
        '3 · The Paper · The talks',
        'date unknown\nFour.',
        '4 · The Paper · The talks',
        '[Context 1] [Context 2] [Context 3] [Context 4]',
        '[Show everyone]',
      ].join('\n'),
    );
    expect(quotationsOf(message).map(({ bold }) => bold)).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
    expect(controlsOf(message)['Show everyone']).toEqual({
      command: 'timeline',
      options: { publisher: 'AP', page: '1' },
      opens: 'publicly',
    });
  });

  it('has quotes, each shortened, and their buttons', () => {
    const text = Array.from({ length: 8 }, (_, i) => `This is sentence ${i}, which has nothing to say.`);
    const quotes = Array.from({ length: 5 }, (_, i) => ({
      ...quoteOf(text.join(' '), text[4] ?? ''),
      start: i,
      highlight: { start: i + 4 * 46, end: i + 4 * 46 + 45 },
    }));
    const message = sent({ kind: 'timeline', answer: answerOf(quotes), filters: {} });
    expect(quotationsOf(message)).toEqual(
      Array.from({ length: 5 }, () => ({ text: text.slice(0, 5).join(' '), bold: text[4] })),
    );
    expect(readMessage(message)).toMatch(/\n\[Context 1\] .* \[Context 5\]$/);
  });

  it('is a refusal where nothing is found, asked again as a timeline', () => {
    const answer = answerOf([], { answered: false, refusal: { kind: 'off-subject' }, nearest: [] });
    const message = sent({ kind: 'timeline', answer, filters: { publisher: 'AP' } });
    expect(readMessage(message)).toBe(
      'Who came?\nonly AP\nThe articles are about other things.\n[👍] [👎]\n[Ask again, only about … ▾ All articles]',
    );
    expect(controlsOf(message)['Ask again, only about …']).toMatchObject({
      command: 'timeline',
      options: {},
    });
  });
});

describe('an article as a message', () => {
  const part = (changes: Partial<ArticleView> = {}): ArticleView => {
    const text = ARTICLE.text;
    const article = summaryOf(ARTICLE);
    const whole = { text, start: 0, end: text.length, cuts: [], highlight: null, question: null };
    return { kind: 'article', article, ...whole, ...changes };
  };
  const facts = [
    'The talks\nThe Paper · Feb 18, 2025 (inferred) · German · 56 characters · open\nAnn Lee and Bo Ek',
    'Date: it says "on Tuesday"\nNote: a machine translation',
    '—',
  ];

  it('says what is known of it, and shows its text', () => {
    expect(shown(part())).toBe([...facts, ARTICLE.text].join('\n'));
  });

  it('marks the sentence that led there, under the question', () => {
    const message = sent(part({ highlight: { start: 21, end: 32 }, question: 'Who came?' }));
    expect(readMessage(message)).toBe(
      ['Who came?', ...facts, ARTICLE.text, '[More from this article]'].join('\n'),
    );
    expect(quotationsOf(message)).toEqual([{ text: ARTICLE.text, bold: 'Three came.' }]);
    expect(linksOf(message)).toEqual(['https://example.org/a#:~:text=Three%20came.']);
    expect(controlsOf(message)).toEqual({
      'More from this article': {
        command: 'passages',
        options: { article: '0123456789ab' },
        opens: 'anew',
      },
    });
  });

  it('says where a part of it stands, and reads on from there', () => {
    const article = { ...summaryOf(ARTICLE), length: 8_200 };
    const at = (start: number, end: number, highlight: ArticleView['highlight'] = null) =>
      sent(part({ article, start, end, highlight }));
    const middle = at(2_100, 2_156);
    expect(readMessage(middle)).toMatch(/\nCharacters 2,101 to 2,156 of 8,200\n\[◀ Earlier\] \[Later ▶\]$/);
    const read = (from: string) => ({
      command: 'article',
      options: { article: '0123456789ab', from },
      opens: 'here',
    });
    expect(controlsOf(middle)).toEqual({ '◀ Earlier': read('-2100'), 'Later ▶': read('2156') });
    expect(readMessage(at(0, 56))).toMatch(/\n\(◀ Earlier\) \[Later ▶\]$/);
    expect(readMessage(at(8_144, 8_200))).toMatch(/\n\[◀ Earlier\] \(Later ▶\)$/);
    const { hash } = referenceTo('', 0, 'Three came.');
    expect(controlsOf(at(2_100, 2_156, { start: 2_121, end: 2_132 }))['Later ▶']).toEqual({
      command: 'context',
      options: { article: '0123456789ab', start: '2121', hash, from: '2156' },
      opens: 'here',
    });
  });

  it('shows where something was left out, outside of what is quoted', () => {
    const message = sent(part({ cuts: [10, 19], highlight: { start: 21, end: 32 } }));
    expect(quotationsOf(message)).toEqual([
      { text: 'One came.', bold: '' },
      { text: 'Two came.', bold: '' },
      { text: 'Three came. Four left. Five stayed.', bold: 'Three came.' },
    ]);
    expect(readMessage(message)).toContain('One came.\n[…]\nTwo came.\n[…]\nThree came.');
  });

  it('shows whole sentences around the marked one where a part is too long to be escaped', () => {
    const sentences = Array.from({ length: 30 }, (_, i) => `${'_'.repeat(97)}${`${i}`.padStart(2, '0')}.`);
    const text = sentences.join(' ');
    const article = { ...summaryOf(ARTICLE), length: 10_000 };
    const long = { article, text, start: 1_000, end: 1_000 + text.length };
    const marked = sent(
      part({ ...long, highlight: { start: 1_000 + 20 * 101, end: 1_000 + 20 * 101 + 100 } }),
    );
    const [{ text: quoted = '', bold = '' } = {}] = quotationsOf(marked);
    expect(bold).toBe(sentences[20]);
    const first = sentences.findIndex((one) => quoted.startsWith(one));
    const last = sentences.findIndex((one) => quoted.endsWith(one));
    expect(quoted).toBe(sentences.slice(first, last + 1).join(' '));
    expect([first < 20, last > 20, last - first > 10]).toEqual([true, true, true]);
    const [from, to] = [1_000 + first * 101, 1_000 + last * 101 + 100];
    const characters = new Intl.NumberFormat('en');
    expect(readMessage(marked)).toContain(
      `\nCharacters ${characters.format(from + 1)} to ${characters.format(to)} of 10,000\n`,
    );
    expect(controlsOf(marked)).toMatchObject({
      '◀ Earlier': { options: { from: `${-from}` } },
      'Later ▶': { options: { from: `${to}` } },
    });
    const [unmarked] = quotationsOf(sent(part(long)));
    expect(unmarked?.text.startsWith(sentences[0] ?? '')).toBe(true);
  });

  it('is shown without a text too', () => {
    const empty: Article = { ...ARTICLE, text: '', title: null };
    const view = part({ article: summaryOf(empty), text: '', end: 0 });
    expect(shown(view).split('\n')[0]).toBe('“”');
  });
});

describe('sources as a message', () => {
  const unknown = { publisher: null, date: null, dateSource: null, dateReason: null, url: null, note: null };
  const articles = [
    summaryOf(ARTICLE),
    summaryOf({ ...ARTICLE, ...unknown, id: 'ba9876543210', title: null, language: 'xx-none' }),
  ];

  it('shows what is known of each article, and no pages where there is one', () => {
    const message = sent({ kind: 'sources', articles, page: 1, pages: 1, total: 2 });
    expect(readMessage(message)).toBe(
      [
        '2 articles',
        '—',
        'The talks\nThe Paper · Feb 18, 2025 (inferred) · German · 56 characters · open',
        'Date: it says "on Tuesday"\nNote: a machine translation',
        '—',
        '“One came. Two came. Three came. Four left. Five…”\npublisher unknown · date unknown · xx (None) · 56 characters',
        '[Open an article … ▾ The talks / “One came. Two came. Three came. Four left. Five…”]',
      ].join('\n'),
    );
    expect(entriesOf(message).map(([, value]) => value)).toEqual(['r=0123456789ab', 'r=ba9876543210']);
    expect(controlsOf(message)).toEqual({
      'Open an article …': { command: 'article', options: {}, opens: 'anew' },
    });
  });

  it('links to the article and nowhere else, whatever is known of it', () => {
    const reaching = {
      dateReason: 'foo](https://evil.example) ',
      note: '(b)](https://evil.example)',
      title: '](https://evil.example)',
    };
    const listed = { kind: 'sources' as const, page: 1, pages: 1, total: 1 };
    const message = sent({ ...listed, articles: [{ ...summaryOf(ARTICLE), ...reaching }] });
    expect(linksOf(message)).toEqual(['https://example.org/a']);
  });

  it('pages with buttons that hold all they need', () => {
    const message = sent({ kind: 'sources', articles, page: 2, pages: 3, total: 12 });
    expect(readMessage(message)).toMatch(
      /^12 articles · page 2 of 3\n[\s\S]*\n\[◀ Previous\] \[Next ▶\]\n\[Open/,
    );
    expect(controlsOf(message)).toMatchObject({
      '◀ Previous': { command: 'sources', options: { page: '1' }, opens: 'here' },
      'Next ▶': { command: 'sources', options: { page: '3' }, opens: 'here' },
    });
  });
});

describe('what is said of the bot', () => {
  const status = {
    kind: 'status' as const,
    articles: 4,
    passages: 31,
    built: '2026-11-22T18:05:59.123Z',
    from: 'seeds_2',
    model: 'models/e5',
    version: '0.1.0',
    running: { seconds: 12_059, times: { count: 100, median: 31, p95: 88 } },
  };

  it('is one fact a line', () => {
    expect(shown(status)).toBe(
      [
        '4 articles',
        '31 passages',
        'Index built Nov 22, 2026, 6:05 PM UTC from seeds_2',
        'Model: models/e5',
        'Version 0.1.0',
        'Up for 3 hr 20 min',
        'The last 100 answers: half within 31 ms, 95 % within 88 ms',
      ].join('\n'),
    );
  });

  it('is less before the first answer, and where no bot is running', () => {
    const quiet = shown({ ...status, running: { seconds: 59.6, times: null } });
    expect(quiet.split('\n').slice(-2)).toEqual(['Up for 59 sec', 'Nothing has been asked yet']);
    expect(
      shown({ ...status, running: null })
        .split('\n')
        .at(-1),
    ).toBe('Version 0.1.0');
  });

  it('names every other command, and fits the screen of a phone', () => {
    const lines = shown({ kind: 'help' }).split('\n');
    expect(lines.slice(1, 7).map((line) => line.split(' ')[0])).toEqual([
      '/ask',
      '/compare',
      '/timeline',
      '/article',
      '/sources',
      '/status',
    ]);
    const rows = lines.reduce((sum, line) => sum + Math.ceil(line.length / 42), 0);
    expect(rows).toBeLessThanOrEqual(24);
  });
});

describe('a notice as a message', () => {
  it('is just its words', () => {
    expect(shown({ kind: 'notice', notice: { kind: 'no-day', text: '*2025*-02-30' } })).toBe(
      'A day is written like 2025-02-26; "*2025*-02-30" is not a day.',
    );
  });

  it('offers to ask again where it is about a question', () => {
    const message = sent({ kind: 'notice', notice: { kind: 'busy' }, question: 'Who_came?' });
    expect(readMessage(message)).toBe('Who_came?\nThe bot is busy; ask again in a moment.\n[Ask again]');
    expect(controlsOf(message)).toEqual({ 'Ask again': { command: 'ask', options: {}, opens: 'here' } });
  });
});
