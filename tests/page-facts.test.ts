import { describe, expect, it } from 'vitest';
import type { FrontMatter } from '../src/article/front-matter.js';
import { parseDocument } from '../src/page/document.js';
import { pageFacts } from '../src/page/page-facts.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const NOTHING: FrontMatter = {
  title: null,
  publisher: null,
  authors: null,
  date: null,
  dateSource: null,
  dateReason: null,
  language: null,
  url: null,
  note: null,
};

const factsOf = (html: string, url: string | null = null): FrontMatter =>
  pageFacts(parseDocument(html), url, NOW);
const page = (head: string, body = '', attributes = ''): string =>
  `<!DOCTYPE html><html ${attributes}><head>${head}</head><body>${body}</body></html>`;
const jsonLd = (node: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

describe('pageFacts', () => {
  it('reads all that a page says of its article, and leaves the page as it is', () => {
    const graph = jsonLd({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'The talks\n in Riyadh',
          datePublished: '2025-02-18T10:00:00+03:00',
          author: [{ '@id': '#ann' }, { '@type': 'Person', name: 'Bo Ek' }],
          publisher: { '@id': '#paper' },
          inLanguage: 'en_us',
        },
        { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
        { '@type': 'Organization', '@id': '#paper', name: 'The Paper' },
      ],
    });
    const head = `${graph}<link rel="canonical" href="/talks">`;
    const document = parseDocument(page(head, '<h1>The talks in Riyadh</h1>'));
    const before = document.toString();
    expect(pageFacts(document, 'https://paper.example/talks?from=feed', NOW)).toEqual({
      ...NOTHING,
      title: 'The talks in Riyadh',
      publisher: 'The Paper',
      authors: ['Ann Lee', 'Bo Ek'],
      date: '2025-02-18',
      dateSource: 'stated',
      dateReason: "in the page's metadata (JSON-LD datePublished)",
      language: 'en-US',
      url: 'https://paper.example/talks',
    });
    expect(document.toString()).toBe(before);
  });

  it('knows nothing of a page that says nothing', () => {
    for (const html of ['', 'text', page('', '<p>One.</p><p>Two.</p>')])
      expect(factsOf(html)).toEqual(NOTHING);
  });
});

describe('the title', () => {
  const titleOf = (head: string, body = ''): string | null => factsOf(page(head, body)).title;

  it.each([
    [`${meta('og:title', 'The talks')}<title>Something | Else</title>`, '<h1>The Paper</h1>', 'The talks'],
    ['<title>The talks in Riyadh | The Paper</title>', '<h1>The talks in Riyadh</h1>', 'The talks in Riyadh'],
    [`<title>The talks - The Paper</title>${meta('og:site_name', 'The Paper')}`, '', 'The talks'],
    [`<title>THE PAPER: The talks</title>${meta('og:site_name', 'The Paper')}`, '', 'THE PAPER: The talks'],
    [`<title>The Paper | The talks</title>${meta('og:site_name', 'The Paper')}`, '', 'The talks'],
    ['<title>The talks - and what came of them</title>', '', 'The talks - and what came of them'],
    ['<title>Переговоры — Газета</title>', '<h1>Переговоры</h1>', 'Переговоры'],
    ['', '<h1><a href="/">The <b>talks</b><br>in Riyadh</a></h1>', 'The talks in Riyadh'],
    [meta('og:title', 'Tom &amp; Ann &lt;3'), '', 'Tom & Ann <3'],
    [jsonLd({ '@type': 'Article', headline: 'Tom &amp; Ann&#8217;s <3' }), '', 'Tom & Ann’s <3'],
    [
      jsonLd({ '@type': 'Article', headline: 'The talks that…' }),
      '<h1>The talks that failed</h1>',
      'The talks that failed',
    ],
    [jsonLd({ '@type': 'WebSite', headline: 'The Paper' }), '<h1>The talks</h1>', 'The talks'],
    [meta('og:title', 'T'.repeat(301)), '', null],
  ])('of %s %s is %s', (head, body, title) => {
    expect(titleOf(head, body)).toBe(title);
  });
});

describe('the publisher', () => {
  it.each([
    [
      jsonLd({ '@type': 'Article', publisher: { name: 'The Paper' } }) + meta('og:site_name', 'paper'),
      'The Paper',
    ],
    [jsonLd({ '@type': 'Article', publisher: 'The Paper' }), 'The Paper'],
    [meta('og:site_name', 'The Paper') + meta('application-name', 'Reader'), 'The Paper'],
    [`${meta('application-name', 'The talks')}<title>The talks</title>`, null],
    [
      meta('twitter:site', '@paper') + jsonLd({ '@type': 'Article', publisher: 'https://paper.example' }),
      null,
    ],
  ])('of %s is %s', (head, publisher) => {
    expect(factsOf(page(head), 'https://paper.example/').publisher).toBe(publisher);
  });
});

describe('the authors', () => {
  const authorsOf = (head: string, body = ''): string[] | null => factsOf(page(head, body)).authors;

  it.each([
    [meta('author', 'By Ann Lee and Bo Ek'), ['Ann Lee', 'Bo Ek']],
    [meta('author', 'Ann Lee, Bo Ek; Cy Day'), ['Ann Lee', 'Bo Ek', 'Cy Day']],
    [meta('author', 'Ann Lee') + meta('author', 'ann lee') + meta('author', 'Bo Ek'), ['Ann Lee', 'Bo Ek']],
    [meta('author', 'Автор: Анна Ли'), ['Анна Ли']],
    [meta('author', 'Lee, Ann'), ['Lee, Ann']],
    [meta('author', '王小明'), ['王小明']],
    [meta('author', 'Frank Castle Jr.'), ['Frank Castle Jr.']],
    [meta('author', 'ann@paper.example') + meta('article:author', 'https://social.example/ann'), null],
    [meta('author', 'admin'), null],
    [meta('author', 'paper.example'), null],
    [meta('author', 'The Paper') + meta('og:site_name', 'the paper'), null],
    [
      jsonLd({ '@type': 'Article', author: [{ name: ['Ann Lee'] }, 'Bo Ek', { url: 'x' }, 7, null] }),
      ['Ann Lee', 'Bo Ek'],
    ],
    [jsonLd({ '@type': 'Article', comment: { author: { name: 'Ann Lee' } } }), null],
  ])('of %s are %j', (head, authors) => {
    expect(authorsOf(head)).toEqual(authors);
  });

  it('are read in the page, where its metadata name none', () => {
    const byline = '<p itemprop="author">by <span itemprop="name">Ann Lee</span></p>';
    expect(authorsOf('', byline)).toEqual(['Ann Lee']);
    expect(authorsOf('', '<a rel="author">Ann Lee</a> <a rel="author">All articles by Ann Lee</a>')).toEqual([
      'Ann Lee',
    ]);
    expect(authorsOf(meta('author', 'Bo Ek'), byline)).toEqual(['Bo Ek']);
  });
});

describe('the language', () => {
  it.each([
    ['lang="pt_br"', '', 'pt-BR'],
    ['lang="zh-hant-tw"', '', 'zh-Hant-TW'],
    ['lang="english"', meta('og:locale', 'fr_CA'), 'fr-CA'],
    ['lang=""', '<meta http-equiv="content-language" content="de">', 'de'],
    ['lang="und"', jsonLd({ '@type': 'Article', inLanguage: 'uk' }), 'uk'],
    ['lang="<x>"', meta('og:locale', 'e'), null],
  ])('of %s %s is %s', (attributes, head, language) => {
    expect(factsOf(page(head, '', attributes)).language).toBe(language);
  });
});

describe('the address', () => {
  const canonical = (href: string): string => `<link rel="canonical" href="${href}">`;

  it.each([
    [canonical('https://paper.example/a?b=1&amp;c=2'), null, 'https://paper.example/a?b=1&c=2'],
    [canonical('../a'), 'https://paper.example/b/c', 'https://paper.example/a'],
    [canonical('/a'), null, null],
    [
      canonical('javascript:alert(1)') + meta('og:url', 'http://paper.example/b'),
      null,
      'http://paper.example/b',
    ],
    [canonical(`https://paper.example/${'a'.repeat(3000)}`), null, null],
    ['', 'https://paper.example/b', 'https://paper.example/b'],
    ['', 'file:///home/ann/page.html', null],
  ])('of %s from %s is %s', (head, url, address) => {
    expect(factsOf(page(head), url).url).toBe(address);
  });
});

describe('a hostile page', () => {
  const script = (json: string): string => page(`<script type="application/ld+json">${json}</script>`);

  it.each([
    ['5 MB of JSON-LD', script(`{"@type":"Article","headline":"${'a'.repeat(5e6)}"}`)],
    ['arrays 10,000 deep', script('['.repeat(1e4) + ']'.repeat(1e4))],
    ['entities 10,000 deep', script(`${'{"mainEntity":'.repeat(1e4)}1${'}'.repeat(1e4)}`)],
    [
      'names 10,000 deep',
      script(`{"@type":"Article","author":${'{"name":['.repeat(1e4)}"x"${']}'.repeat(1e4)}}`),
    ],
    [
      'nodes that name each other',
      script('{"@type":"Article","@id":"a","author":{"@id":"a"},"publisher":{"@id":"a"}}'),
    ],
    ['names of prototypes', script('{"__proto__":{"headline":"x"},"constructor":1,"@type":{"toString":1}}')],
    ['a line of 2 million digits', page('', `<p>${'1.'.repeat(1e6)}</p>`)],
    ['a title of 2 MB', page(`<title>${'a | '.repeat(5e5)}</title>`)],
    ['a language of 1 MB', page('', '', `lang="${'e-'.repeat(5e5)}"`)],
  ])('with %s is read, and says nothing', (_, html) => {
    expect(factsOf(html)).toEqual(NOTHING);
  });

  it('with headings in headings and thousands of dates is read within a second', () => {
    const body = `<h1>The talks in Riyadh</h1>${'<h2>'.repeat(300)}${'<time datetime="2025-02-18">x</time>'.repeat(5000)}`;
    const document = parseDocument(page('', body));
    const start = performance.now();
    expect(pageFacts(document, null, NOW).date).toBe('2025-02-18');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
