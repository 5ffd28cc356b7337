import { describe, expect, it } from 'vitest';
import { parseDocument } from '../src/page/document.js';
import { pageFacts } from '../src/page/page-facts.js';

const NOW = new Date('2026-06-01T12:00:00Z');

/** What is found of the day of publication in a page with some head and body. */
function dated(head: string, body: string, lang = ''): [string | null, string | null] {
  const html = `<!DOCTYPE html><html lang="${lang}"><head><title>The talks in Riyadh</title>${head}</head><body>${body}</body></html>`;
  const { date, dateReason } = pageFacts(parseDocument(html), null, NOW);
  return [date, dateReason];
}
const jsonLd = (...nodes: object[]): string =>
  nodes.map((node) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`).join('');
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
/** An article with a line under its title. */
const article = (line: string, after = ''): string =>
  `<header class="site"><nav><a href="/">Home</a></nav></header>
  <main><article><h1>The talks in Riyadh</h1>${line}<p>${'They talked for hours. '.repeat(20)}</p></article></main>${after}`;

const IN_LD = "in the page's metadata (JSON-LD datePublished)";
const BY_TITLE = 'in the text, by the title';

describe('the day in the metadata', () => {
  const published = {
    '@type': 'NewsArticle',
    headline: 'The talks in Riyadh',
    datePublished: '2025-02-18T10:00:00+03:00',
  };

  it('is that of publication, not of a change', () => {
    const node = { ...published, dateModified: '2025-03-01' };
    const changed = meta('article:modified_time', '2025-03-01');
    expect(dated(changed + jsonLd(node), article('<p>Updated 1 March 2025</p>'))).toEqual([
      '2025-02-18',
      IN_LD,
    ]);
  });

  it('is found in an @graph, an array, and a main entity', () => {
    for (const node of [
      { '@graph': [{ '@type': 'WebSite', name: 'The Paper' }, published] },
      [{ '@type': 'Organization' }, published],
      { '@type': 'WebPage', mainEntity: published },
      { ...published, '@type': ['Thing', 'https://schema.org/Article'] },
      { ...published, datePublished: { '@value': '2025-02-18' } },
    ]) {
      expect(dated(jsonLd(node), article(''))).toEqual(['2025-02-18', IN_LD]);
    }
  });

  it('is read in JSON that is not quite right', () => {
    const broken = `<script type="application/ld+json">\n<!-- {"@type": "Article", "description": "two\nlines",
      "datePublished": "2025-02-18", } -->\n</script>`;
    expect(dated(broken, article(''))).toEqual(['2025-02-18', IN_LD]);
    expect(dated('<script type="application/ld+json">{"datePublished": </script>', article(''))).toEqual([
      null,
      null,
    ]);
  });

  it('is not that of a related story, a comment, a video or a photo', () => {
    const other = { headline: 'Another story', datePublished: '2024-01-01' };
    const node = {
      '@type': 'Article',
      comment: [{ '@type': 'Comment', datePublished: '2025-02-20' }],
      video: { '@type': 'VideoObject', uploadDate: '2025-02-17', datePublished: '2025-02-17' },
      mentions: [{ '@type': 'Article', ...other }],
    };
    expect(dated(jsonLd(node, { '@type': 'ImageObject', datePublished: '2025-02-16' }), article(''))).toEqual(
      [null, null],
    );
    expect(dated(jsonLd({ '@type': 'Article', ...other }, published), article(''))).toEqual([
      '2025-02-18',
      IN_LD,
    ]);
    const list = Array.from({ length: 5 }, () => ({ '@type': 'Article', ...other }));
    expect(dated(jsonLd(list), article(''))).toEqual([null, null]);
  });

  it.each([
    ['article:published_time', '2025-02-18T10:00:00+03:00'],
    ['og:published_time', '2025-02-18'],
    ['parsely-pub-date', '2025-02-18T07:00:00'],
    ['sailthru.date', 'Tue, 18 Feb 2025 10:00:00 +0300'],
    ['cXenseParse:recs:publishtime', '2025-02-18T07:00:00Z'],
    ['DC.date.issued', '20250218'],
    ['citation_publication_date', '2025/02/18'],
    ['pubdate', '20250218103000'],
    ['date', '2025-02-18'],
  ])('is read under the name %s', (name, content) => {
    const [day, reason] = dated(
      meta('article:expiration_time', '2025-12-31') + meta(name, content),
      article(''),
    );
    expect([day, reason]).toEqual(['2025-02-18', `in the page's metadata (${name.toLowerCase()})`]);
  });

  it('is read in microdata, but not in that of another story', () => {
    const other =
      '<aside class="related"><time itemprop="datePublished" datetime="2024-01-01">1 Jan</time></aside>';
    const own = '<span itemprop="datePublished" content="2025-02-18">yesterday</span>';
    expect(dated('', other + article(own))).toEqual(['2025-02-18', "in the page's markup (datePublished)"]);
    expect(dated('', other + article(''))).toEqual([null, null]);
  });

  it('is refused before 1995 and after tomorrow', () => {
    for (const content of ['1970-01-01T00:00:00Z', '2026-07-01', '0001-01-01', 'soon', '2025']) {
      expect(dated(meta('article:published_time', content), article(''))).toEqual([null, null]);
    }
  });

  it('is a day later or earlier in another zone, where the page shows that', () => {
    const late = meta('article:published_time', '2025-02-18T23:30:00Z');
    expect(dated(late, article(''))[0]).toBe('2025-02-18');
    expect(dated(late, article('<time>19 February 2025</time>'))).toEqual(['2025-02-19', BY_TITLE]);
    expect(dated(late, article('<p>18 February 2025</p>'))[0]).toBe('2025-02-18');
    expect(
      dated(late + jsonLd({ ...published, datePublished: '2025-02-19T02:30:00+03:00' }), article(''))[0],
    ).toBe('2025-02-19');
    const address = '<link rel="canonical" href="https://paper.example/2025/02/19/talks">';
    expect(dated(late + address, article(''))).toEqual(['2025-02-19', "in the page's address"]);
    expect(dated(meta('article:published_time', '2025-02-18T23:30:00-05:00') + address, article(''))[0]).toBe(
      '2025-02-18',
    );
  });

  it('gives way to the one that the page shows as its own, but not to a change', () => {
    const old = jsonLd({ ...published, dateModified: '2025-05-05' });
    const shown = '<div class="article-date"><time datetime="2025-05-05">5 May 2025, 10:00</time></div>';
    expect(dated(old, article(shown))).toEqual(['2025-05-05', BY_TITLE]);
    expect(dated(old, article('<p class="date">Updated 5 May 2025, 10:00</p>'))).toEqual([
      '2025-02-18',
      IN_LD,
    ]);
  });
});

describe('the day in the text', () => {
  it.each([
    ['', '<p class="date">18 February 2025</p>'],
    ['en', '<p>Published on Feb. 18, 2025 at 10:30 am</p>'],
    ['de', '<span>Veröffentlicht am 18.02.2025, 10:30 Uhr</span>'],
    ['ru', '<div>Опубликовано 18 февраля 2025, 10:30</div>'],
    ['fr', '<div class="meta">Publié le mardi 18 février 2025</div>'],
    ['pl', '<div>18 lutego 2025, 10:30</div>'],
    ['hu', '<div class="info">2025. február 18. 10:30</div>'],
    ['ja', '<p class="date">公開日：2025年2月18日 10時30分</p>'],
    ['ko', '<p>입력 2025.02.18 10:30</p>'],
    ['ar', '<p>تاريخ النشر: ١٨ فبراير ٢٠٢٥</p>'],
    ['fa', '<p class="date">۳۰ بهمن ۱۴۰۳</p>'],
    ['th', '<p class="date">18 กุมภาพันธ์ 2568 10:30</p>'],
    ['bn', '<p class="date">১৮ ফেব্রুয়ারি ২০২৫</p>'],
    ['en-GB', '<p class="date">18/02/2025</p>'],
    ['', '<time datetime="2025-02-18T10:30">3 days ago</time>'],
    ['', '<abbr class="published" title="2025-02-18T10:30:00+01:00">last week</abbr>'],
  ])('is read under the title of a page in "%s": %s', (language, line) => {
    expect(dated('', article(line), language)).toEqual(['2025-02-18', BY_TITLE]);
  });

  it('is not one of the page around the article', () => {
    const decoys = {
      clock: '<div class="top-bar"><span class="current-date">Friday, 20 November 2020</span></div>',
      copyright: '<footer>© 2020 The Paper, printed 3 March 2020</footer>',
      related: `<aside class="related-stories">${['1', '2', '3', '4', '5', '6'].map((day) => `<div><a href="/">A story</a> <span class="date">${day} May 2021</span></div>`).join('')}</aside>`,
      comments: '<div class="comments"><p>Ann wrote</p><time datetime="2022-03-04">4 March 2022</time></div>',
    };
    const around = (line: string): string =>
      decoys.clock + article(line, decoys.related + decoys.comments + decoys.copyright);
    expect(dated('', around(''))).toEqual([null, null]);
    expect(dated('', around('<p class="date">18 February 2025</p>'))).toEqual(['2025-02-18', BY_TITLE]);
  });

  it.each([
    '<figure><img src="a.jpg"><figcaption>Photo: Ann Lee, 17 February 2025</figcaption></figure>',
    '<p>Photo taken 17.02.2025 (Ann Lee)</p>',
    `<p>${'The treaty that both sides had signed after many years of talks in another city is'} of 8 December 1997.</p>`,
    '<p>Member since 8 December 2007</p>',
    '<p>February 2025</p>',
  ])('is not that of something else: %s', (line) => {
    expect(dated('', article(line))).toEqual([null, null]);
  });

  it("is not today's, in the head of the page", () => {
    const clock = '<header><a href="/">The Paper</a><div>Friday, 20 November 2020</div></header>';
    expect(dated('', `${clock}<h1>The talks in Riyadh</h1><p>They talked.</p>`)).toEqual([null, null]);
    expect(dated('', `${clock}<h1>The talks in Riyadh</h1><p>18 February 2025</p>`)[0]).toBe('2025-02-18');
  });

  it('is the first of two: that of publication', () => {
    expect(dated('', article('<p>Published 18 February 2025, updated 1 March 2025</p>'))[0]).toBe(
      '2025-02-18',
    );
    expect(dated('', article('<p>Updated 1 March 2025, published 18 February 2025</p>'))[0]).toBe(
      '2025-02-18',
    );
  });

  it('is unknown where it may be read in two ways and nothing tells which', () => {
    const line = '<p class="date">03/04/2025 10:30</p>';
    expect(dated('', article(line), 'en-US')).toEqual([null, null]);
    expect(dated('', article(line), 'es')[0]).toBe('2025-04-03');
    expect(dated('', article(`${line}<p>Until 28/04/2025</p>`), 'en')[0]).toBe('2025-04-03');
    expect(dated('', article(`${line}<p>Until 04/28/2025</p>`), 'en')[0]).toBe('2025-03-04');
    expect(dated(meta('og:url', 'https://paper.example/2025/03/04/talks'), article(line), 'en')[0]).toBe(
      '2025-03-04',
    );
  });

  it('comes before metadata that say only "date"', () => {
    const head = meta('date', '2025-02-20');
    expect(dated(head, article('<p class="date">18 February 2025</p>'))).toEqual(['2025-02-18', BY_TITLE]);
  });
});

describe('the day in the address', () => {
  const at = (path: string): [string | null, string | null] =>
    dated(`<link rel="canonical" href="https://paper.example${path}">`, article(''));

  it.each(['/2025/02/18/talks', '/news/2025-02-18-talks.html', '/a/20250218/', '/world/2025/feb/18/talks'])(
    'is read in %s',
    (path) => {
      expect(at(path)).toEqual(['2025-02-18', "in the page's address"]);
    },
  );

  it.each([
    '/2025/02/talks',
    '/talks?day=2025-02-18',
    '/web/20250218100000/talks',
    '/2025/13/18/',
    '/a-12025021899',
  ])('is not read in %s', (path) => {
    expect(at(path)).toEqual([null, null]);
  });
});
