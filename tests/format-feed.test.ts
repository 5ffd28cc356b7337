import { describe, expect, it } from 'vitest';
import { readFeed } from '../src/format/feed.js';
import { UserError } from '../src/user-error.js';
import { cpuSeconds } from './cpu-seconds.js';

const UNKNOWN = {
  title: null,
  publisher: null,
  authors: null,
  date: null,
  dateSource: null,
  dateReason: null,
  language: null,
  url: null,
  note: null,
  text: '',
  cuts: [],
};

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Daily &amp; Weekly</title><language>en-us</language><link>https://daily.example</link>
<item xml:lang="fr">
  <title>Talks &amp;amp; more <![CDATA[in <i>Riyadh</i>]]></title>
  <link>https://daily.example/1?a=1&amp;b=2</link>
  <pubDate>Wed, 19 Feb 2025 23:10:00 -0500</pubDate>
  <dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ray</dc:creator>
  <description>Short.</description>
  <content:encoded><![CDATA[<p>They   met
on <b>Tuesday</b>.</p><figure><img src="a.png"/><figcaption>The palace</figcaption></figure><ul><li>One</li><li>Two</li></ul>They left.<br>They slept.<br><br>End.<script>alert(1)</script>]]></content:encoded>
</item>
<item><title>Second</title><guid>https://daily.example/2</guid><author>ann@daily.example (Ann Lee)</author>
  <pubDate>soon</pubDate><description>&lt;p&gt;A short one.&lt;/p&gt;</description></item>
<item><title>Third</title><guid isPermaLink="false">tag:3</guid><author>desk@daily.example</author></item>
</channel></rss>`;

describe('readFeed', () => {
  it('reads RSS 2.0: the full text before the short one, the day as it is written', () => {
    const publisher = 'The Daily & Weekly';
    expect(readFeed(RSS)).toEqual([
      {
        ...UNKNOWN,
        title: 'Talks & more in Riyadh',
        publisher,
        authors: ['Ann Lee', 'Bo Ray'],
        date: '2025-02-19',
        dateSource: 'stated',
        dateReason: 'in the feed (pubDate)',
        language: 'fr',
        url: 'https://daily.example/1?a=1&b=2',
        text: 'They met on Tuesday.\n\nOne\n\nTwo\n\nThey left.\nThey slept.\n\nEnd.',
        cuts: [{ at: 22, text: 'The palace', reason: 'a caption' }],
      },
      {
        ...UNKNOWN,
        title: 'Second',
        publisher,
        authors: ['Ann Lee'],
        language: 'en-US',
        url: 'https://daily.example/2',
        text: 'A short one.',
      },
      { ...UNKNOWN, title: 'Third', publisher, language: 'en-US' },
    ]);
  });

  it('reads Atom: XHTML, escaped HTML, plain text', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><title>Вісті</title>
      <entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; title</title><link rel="enclosure" href="https://e.example/a.mp3"/>
        <link href="https://e.example/3"/><published>2025-02-19T22:10:00Z</published><updated>2025-02-21T00:00:00Z</updated>
        <author><name>Ann</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>x</b>.</p><p>Two.</p></div></content></entry>
      <entry xml:lang="en"><title>Second</title><updated>2025-02-20T10:00:00+02:00</updated><id>https://e.example/4</id>
        <summary>Less than 5 &lt; 6.</summary></entry></feed>`;
    const [first, second] = readFeed(feed);
    expect(first).toEqual({
      ...UNKNOWN,
      title: 'A bold title',
      publisher: 'Вісті',
      authors: ['Ann'],
      date: '2025-02-19',
      dateSource: 'stated',
      dateReason: 'in the feed (published)',
      language: 'uk',
      url: 'https://e.example/3',
      text: 'One x.\n\nTwo.',
    });
    expect(second).toMatchObject({
      date: '2025-02-20',
      dateReason: 'in the feed (updated)',
      language: 'en',
      url: 'https://e.example/4',
      text: 'Less than 5 < 6.',
    });
  });

  it('reads RSS 1.0 (RDF) and 0.91', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Kanal</title><dc:language>de</dc:language></channel>
      <item rdf:about="https://k.example/9"><title>T</title><link>https://k.example/9</link><description>Text.</description>
      <dc:date>2025-02-19T01:00:00+01:00</dc:date><dc:creator>Bo</dc:creator></item></rdf:RDF>`;
    expect(readFeed(rdf)).toEqual([
      {
        ...UNKNOWN,
        title: 'T',
        publisher: 'Kanal',
        authors: ['Bo'],
        date: '2025-02-19',
        dateSource: 'stated',
        dateReason: 'in the feed (dc:date)',
        language: 'de',
        url: 'https://k.example/9',
        text: 'Text.',
      },
    ]);
    const old =
      '<rss version="0.91"><channel><title>Old</title><item><title>T</title><description>D.</description></item></channel></rss>';
    expect(readFeed(old)).toEqual([{ ...UNKNOWN, title: 'T', publisher: 'Old', text: 'D.' }]);
  });

  it.each([
    ['a page', '<html><body>no</body></html>'],
    ['a map of a site', '<urlset><url><loc>https://e.example</loc></url></urlset>'],
    ['half a feed', RSS.slice(0, RSS.length / 2)],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(() => readFeed(text)).toThrow(new UserError('it is no feed (RSS or Atom), or not all of one'));
  });

  it('is not hurt by entities that grow, nor by depth', () => {
    const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};&a${i};">`).join(
      '',
    );
    const bomb = `<!DOCTYPE x [<!ENTITY a0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">${entities}]><rss version="2.0"><channel><title>&f;</title><item><title>&a30;</title><description>&a30; &f;</description></item></channel></rss>`;
    const started = cpuSeconds();
    try {
      const text = JSON.stringify(readFeed(bomb));
      expect(text.length).toBeLessThan(1_000);
      expect(text).not.toContain('root:');
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
    }
    expect(() => readFeed(`<rss version="2.0"><channel>${'<a>'.repeat(500_000)}`)).toThrow(UserError);
    const deep = `<rss version="2.0"><channel><item><description><![CDATA[${'<b>'.repeat(10_000)}in${'</b>'.repeat(10_000)}]]></description></item></channel></rss>`;
    expect(readFeed(deep)[0]?.text).toBe('in');
    expect(cpuSeconds() - started).toBeLessThan(5);
  });
});
