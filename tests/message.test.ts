import { describe, expect, it } from 'vitest';
import type { Answer, Quote } from '../src/answer.js';
import { type Article, type ArticleSummary, summaryOf } from '../src/article/article.js';
import { toMessage } from '../src/discord/message.js';
import type { View } from '../src/view.js';
import { checks, everyComponent, type Message, problemsOf } from './discord/limits.js';
import { lettersOf, type Node, nodesOf, readMessage } from './discord/render.js';

const ARTICLE: Article = {
  id: 'a',
  file: 'a.txt',
  entry: 0,
  title: 'The talks',
  publisher: 'The Paper',
  authors: ['Ann Lee'],
  date: '2025-02-18',
  dateSource: 'inferred',
  dateReason: 'it says "on Tuesday"',
  language: 'de',
  languageSource: 'stated',
  url: 'https://example.org/a',
  note: 'a machine translation',
  text: 'One came. Two came.\n\nThree came. Four left. Five stayed.',
  cuts: [],
};

/** A quote of a text, its best sentence the one that begins with some words. */
function quoteOf(text: string, best: string, article: Partial<ArticleSummary> = {}): Quote {
  const start = text.indexOf(best);
  const full = { ...summaryOf({ ...ARTICLE, text }), ...article };
  // Quotes begin somewhere in their article; offsets are into the article.
  const offset = 1_000;
  return {
    text,
    start: offset,
    end: offset + text.length,
    highlight: { start: offset + start, end: offset + start + best.length },
    score: 0.9,
    article: full,
    alsoIn: [],
  };
}
const answerOf = (quotes: Quote[], question = 'Who came?'): View => {
  return { kind: 'answer', answer: { question, answered: true, reason: null, quotes, ms: 1 } };
};

/** As sent by discord.js, checked against Discord's limits. */
function sent(view: View): Message {
  const { allowedMentions, ...message } = toMessage(view);
  const body = { ...message, allowed_mentions: allowedMentions };
  expect(problemsOf(checks.message, body)).toEqual([]);
  return body as Message;
}
const textsOf = (message: Message): string[] =>
  everyComponent(message.components).flatMap((part) => (part.type === 10 ? [part.content] : []));

/** What stands in quotations in a message, and what of it in bold. */
function quotationsOf(message: Message): { text: string; bold: string }[] {
  const boldOf = (nodes: Node[]): string =>
    nodes
      .map(({ type, content }) => (type === 'strong' && Array.isArray(content) ? lettersOf(content) : ''))
      .join('|');
  return textsOf(message)
    .flatMap(nodesOf)
    .filter(({ type }) => type === 'blockQuote')
    .map(({ content }) => ({
      text: lettersOf(content as Node[]).trimEnd(),
      bold: boldOf(content as Node[]).replace(/^\|+|\|+$/g, ''),
    }));
}

describe('an answer as a message', () => {
  it('prints the question, the quotes with the best sentence in bold, and whose they are', () => {
    const message = sent(
      answerOf([
        quoteOf(ARTICLE.text, 'Three came.'),
        quoteOf('Six_came.', 'Six_came.', { note: null, url: null, date: null }),
      ]),
    );
    expect(readMessage(message)).toBe(
      [
        'Who came?',
        '—',
        'One came. Two came.\n\nThree came. Four left. Five stayed.',
        'The Paper · The talks · 2025-02-18 (inferred) · open',
        'Note: a machine translation',
        '—',
        'Six_came.',
        'The Paper · The talks · date unknown',
      ].join('\n'),
    );
    expect(quotationsOf(message)).toEqual([
      { text: ARTICLE.text, bold: 'Three came.' },
      { text: 'Six_came.', bold: 'Six_came.' },
    ]);
    expect(nodesOf(textsOf(message)[2] ?? '').map(({ type }) => type)).toEqual(['subtext', 'subtext']);
  });

  it('names the other articles that say the same, in one line, shortened where there are many', () => {
    const other = { ...summaryOf(ARTICLE), publisher: 'The_Post', url: null };
    const quote = quoteOf('One came.', 'One came.', { note: null });
    const shown = readMessage(
      sent(answerOf([{ ...quote, alsoIn: [other, { ...other, title: null, date: null }] }])),
    );
    expect(shown).toBe(
      [
        'Who came?',
        '—',
        'One came.',
        'The Paper · The talks · 2025-02-18 (inferred) · open',
        'Also in The_Post, The talks, 2025-02-18 (inferred); The_Post, “One came. Two came. Three came. Four left. Five…”, date unknown',
      ].join('\n'),
    );
    const many = sent(answerOf([{ ...quote, alsoIn: Array.from({ length: 50 }, () => other) }]));
    const line = readMessage(many).split('\n').at(-1) ?? '';
    expect(line).toMatch(/^Also in The_Post, The talks, .*…$/);
    expect(line.length).toBeGreaterThan(250);
    expect(line.length).toBeLessThanOrEqual('Also in '.length + 300);
  });

  it('pings nobody and previews nothing', () => {
    expect(toMessage(answerOf([quoteOf('@everyone', '@everyone')]))).toMatchObject({
      flags: 1 << 15,
      allowedMentions: { parse: [] },
    });
  });

  it('shortens a long quote to whole sentences around the best one, and says so', () => {
    const sentences = Array.from(
      { length: 60 },
      (_, i) => `Sentence ${i} of a long, long quotation that goes on and on.`,
    );
    const long = quoteOf(sentences.join(' '), sentences[30] ?? '');
    const message = sent(answerOf([long, long, long]));
    const quotations = quotationsOf(message);
    expect(quotations).toHaveLength(3);
    for (const { text, bold } of quotations) {
      expect(bold).toBe(sentences[30]);
      expect(long.text).toContain(text);
      expect(text).toMatch(/^Sentence 2\d .* on\.$/);
      expect(text.length).toBeGreaterThan(600);
    }
    const said = textsOf(message).filter((text) => text.includes('Shortened to whole sentences'));
    expect(said).toHaveLength(3);
  });

  it('gives the room that short quotes leave to a long one', () => {
    const sentences = Array.from(
      { length: 40 },
      (_, i) => `Sentence ${i} of a long, long quotation that goes on and on.`,
    );
    const long = quoteOf(sentences.join(' '), sentences[0] ?? '');
    const short = quoteOf('One came.', 'One came.');
    const [first] = quotationsOf(sent(answerOf([long, short, short])));
    expect(first?.text).toBe(long.text);
  });

  it('leaves out the last quotes where the best sentences do not all fit, and says how many', () => {
    const sentence = `${'word '.repeat(300)}end.`;
    const message = sent(answerOf(Array.from({ length: 3 }, () => quoteOf(sentence, sentence))));
    expect(quotationsOf(message).map(({ text }) => text)).toEqual([sentence, sentence]);
    expect(readMessage(message)).toMatch(/\n—\nNo room for 1 more\.$/);
  });

  it('names the article where even the best sentence of the best quote does not fit', () => {
    const sentence = `${'word '.repeat(900)}end.`;
    expect(readMessage(sent(answerOf([quoteOf(sentence, sentence)])))).toBe(
      'Who came?\n—\nThe sentence that answers takes more room than a message has. It stands in:\n' +
        'The Paper · The talks · 2025-02-18 (inferred) · open\nNote: a machine translation',
    );
  });

  it('stays within the limits with everything as long as it can be, and all of it to be escaped', () => {
    const facts = {
      title: '_'.repeat(5_000),
      publisher: '*'.repeat(5_000),
      note: '~'.repeat(5_000),
      language: '`'.repeat(500),
      dateReason: '['.repeat(900),
      url: `https://example.org/${'('.repeat(160)}`,
    };
    const sentence = `${'_'.repeat(1_199)}.`;
    const quotes = Array.from({ length: 3 }, () => ({
      ...quoteOf(`${sentence} ${sentence}`, sentence, facts),
      alsoIn: Array.from({ length: 20 }, () => ({ ...summaryOf(ARTICLE), ...facts })),
    }));
    const message = sent(answerOf(quotes, '|'.repeat(300)));
    expect(quotationsOf(message)[0]?.bold).toBe(sentence);
    sent({
      kind: 'answer',
      answer: {
        ...(answerOf(quotes, '*'.repeat(300)) as { answer: Answer }).answer,
        answered: false,
        reason: '_'.repeat(300),
        quotes: [],
        nearest: quotes,
      },
    });
    sent({
      kind: 'sources',
      articles: Array.from({ length: 5 }, () => ({
        ...summaryOf(ARTICLE),
        ...facts,
        dateReason: '['.repeat(900),
      })),
      page: 2,
      pages: 1_000,
      total: 5_000,
    });
    sent({ kind: 'notice', text: '_'.repeat(5_000) });
  });
});

describe('a refusal as a message', () => {
  it('says why, and what came nearest', () => {
    const answer = {
      question: 'Who_left?',
      answered: false,
      reason: 'They do not say.',
      quotes: [],
      nearest: [quoteOf('x', 'x', { note: null })],
      ms: 1,
    };
    expect(readMessage(sent({ kind: 'answer', answer }))).toBe(
      'Who_left?\nThey do not say.\n—\nThe nearest to it:\nThe Paper · The talks · 2025-02-18 (inferred) · open',
    );
  });
});

describe('sources as a message', () => {
  const articles = [
    summaryOf(ARTICLE),
    summaryOf({
      ...ARTICLE,
      title: null,
      publisher: null,
      date: null,
      dateSource: null,
      dateReason: null,
      language: 'xx-none',
      url: null,
      note: null,
    }),
  ];

  it('shows what is known of each article, and no buttons where there is one page', () => {
    expect(readMessage(sent({ kind: 'sources', articles, page: 1, pages: 1, total: 2 }))).toBe(
      [
        '2 articles',
        '—',
        'The talks\nThe Paper · 2025-02-18 (inferred) · German · 56 characters · open',
        'Date: it says "on Tuesday"\nNote: a machine translation',
        '—',
        '“One came. Two came. Three came. Four left. Five…”',
        'publisher unknown · date unknown · xx (None) · 56 characters',
      ].join('\n'),
    );
  });

  it('links to the article and nowhere else, whatever is known of it', () => {
    const reaching = {
      dateReason: 'foo](https://evil.example) ',
      note: '(b)](https://evil.example)',
      title: '](https://evil.example)',
    };
    const listed = { kind: 'sources' as const, page: 1, pages: 1, total: 1 };
    const message = sent({ ...listed, articles: [{ ...summaryOf(ARTICLE), ...reaching }] });
    const text = 'a](https://evil.example)';
    const quoting = sent(answerOf([quoteOf(text, text, reaching)]));
    const linksOf = (nodes: Node[]): string[] =>
      nodes.flatMap((node) => [
        ...(node.type === 'link' ? [node.target ?? ''] : []),
        ...(Array.isArray(node.content) ? linksOf(node.content) : []),
      ]);
    for (const one of [message, quoting]) {
      expect(textsOf(one).flatMap((markdown) => linksOf(nodesOf(markdown)))).toEqual([
        'https://example.org/a',
      ]);
    }
  });

  it('pages with buttons that hold all they need', () => {
    const message = sent({ kind: 'sources', articles, page: 2, pages: 3, total: 12 });
    expect(readMessage(message)).toMatch(/^12 articles · page 2 of 3\n[\s\S]*\n\[◀ Previous\] \[Next ▶\]$/);
    const row = everyComponent(message.components).find(({ type }) => type === 1);
    expect(row).toMatchObject({
      components: [{ custom_id: 'sources?page=1' }, { custom_id: 'sources?page=3' }],
    });
    expect(readMessage(sent({ kind: 'sources', articles, page: 3, pages: 3, total: 12 }))).toMatch(
      /\n\[◀ Previous\] \(Next ▶\)$/,
    );
  });
});
