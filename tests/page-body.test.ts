import { describe, expect, test } from 'vitest';
import { readPage } from '../src/page/read-page.js';
import { UserError } from '../src/user-error.js';

const read = (html: string, url: string | null = 'https://www.example.org/talks') =>
  readPage(Buffer.from(html), { url, contentType: null });

const TALKS = [
  'GENEVA — The talks between the two delegations ended on Monday without a result, the mediators said.',
  'Both sides, they added, had agreed to meet again within a month, and to leave the border open until then.',
  'The minister of trade said that nobody had expected more, as the positions had been far apart for years.',
  'A first round of the talks, held in March, had ended after two days because of a dispute over the agenda.',
];
const paragraphs = TALKS.map((text) => `<p>${text}</p>`);

describe('the lines of a page', () => {
  test.each([
    ['white space is folded', '<p>\n  One\t two\n<b> three</b> four.</p>', 'One two three four.'],
    ['a line break is one', '<p>One.<br>Two.<br><br>Three.</p>', 'One.\nTwo.\n\nThree.'],
    ['elements in a line divide no words', '<p>G<b>en</b>eva<span>’s</span></p>', 'Geneva’s'],
    ['preformatted lines stay lines', '<pre>one\n  two\n</pre><p>three.</p>', 'one\ntwo\n\nthree.'],
    [
      'a row is a line',
      '<table><tr><td>Bern</td><td>3</td></tr><tr><td>Genf</td><td>4</td></tr></table>',
      'Bern 3\nGenf 4',
    ],
    ['items are paragraphs', '<ul><li>One<li>Two</ul>', 'One\n\nTwo'],
    ['invisible characters go', '<p>Ge\u200Bne\u00ADva</p>', 'Geneva'],
    [
      'what is not shown is not read',
      '<p>One</p><script>two</script><style>p{}</style><p hidden>three</p><p style="color:red; display: none">four</p><template>five</template><p>six</p>',
      'One\n\nsix',
    ],
    ['entities are characters', '<p>A &amp; B &lt; C&nbsp;D &#8220;E&#8221;</p>', 'A & B < C\u00A0D “E”'],
    ['text without markup is text', 'One & two', 'One & two'],
  ])('%s', (_, html, text) => {
    expect(read(html).text).toBe(text);
  });

  test('cells of a layout are paragraphs', () => {
    const cells = TALKS.map((text) => `<td>${text}</td>`).join('');
    expect(read(`<table><tr>${cells}</tr></table>`).text).toBe(TALKS.join('\n\n'));
  });
});

describe('the article of a page', () => {
  test('is read without what stands around and inside it', () => {
    const page = read(`<!DOCTYPE html><html lang="en"><head><title>Talks end | The Example</title>
      <meta property="og:title" content="Talks end without a result"></head><body>
      <header><nav><ul><li><a href="/">Home</a><li><a href="/world">World</a><li><a href="/sport">Sport</a></ul></nav></header>
      <main><article>
        <h1>Talks end without a result</h1>
        <p class="byline">By Jane Doe</p><time datetime="2024-03-04">March 4, 2024</time>
        <div class="share-bar"><a href="https://facebook.com/share">Share</a> <a href="https://x.com/share">Post</a></div>
        <div class="body">
          ${paragraphs[0]}
          <figure><img src="a.jpg"><figcaption>The delegations in Geneva on Monday. Photo: John Roe</figcaption></figure>
          ${paragraphs[1]}
          <div class="newsletter-signup"><h3>Our newsletter</h3><p>Get the news of the day in your mailbox every morning.</p><form><label>Mail</label><button>Sign up</button></form></div>
          <h2>A long dispute</h2>
          ${paragraphs[2]}
          <p><strong>Read more: <a href="/talks-in-march">Talks in March end early</a></strong></p>
          <ul><li>March: the first round</li><li>May: the second round</li></ul>
          <blockquote><p>“We are not disappointed.”</p></blockquote>
          ${paragraphs[3]}
          <p><em>Jane Doe reports from Geneva. Follow her on <a href="https://x.com/janedoe">X</a>.</em></p>
        </div>
        <div class="related-stories"><h3>More on this</h3><ul><li><a href="/1">Border stays open, says minister</a></ul></div>
        <div class="author-bio"><p>Jane Doe has been the correspondent of The Example in Geneva for more than ten years.</p></div>
      </article></main>
      <section id="comments"><p>I think that these talks were a waste of time, as everybody knew before they began.</p></section>
      <footer><p>© 2024 The Example. All rights reserved. No part of this page may be used without consent.</p></footer>
      <div class="cookie-notice"><p>We use cookies to improve this page, and to show you what you may like.</p></div>
      </body></html>`);
    const text = [
      TALKS[0],
      TALKS[1],
      'A long dispute',
      TALKS[2],
      'March: the first round',
      'May: the second round',
      '“We are not disappointed.”',
      TALKS[3],
    ];
    expect(page.text).toBe(text.join('\n\n'));
    const end = (count: number) => text.slice(0, count).join('\n\n').length;
    expect(page.cuts).toEqual([
      {
        at: 0,
        text: 'Home\nWorld\nSport\nTalks end without a result\nBy Jane Doe\nMarch 4, 2024\nShare Post',
        reason: 'what stands above the article',
      },
      { at: end(1), text: 'The delegations in Geneva on Monday. Photo: John Roe', reason: 'a caption' },
      {
        at: end(2),
        text: 'Our newsletter\nGet the news of the day in your mailbox every morning.\nMailSign up',
        reason: 'a newsletter box',
      },
      { at: end(4), text: 'Read more: Talks in March end early', reason: 'a link to another page' },
      {
        at: end(8),
        text: 'Jane Doe reports from Geneva. Follow her on X.',
        reason: 'a note on the author or the site',
      },
      {
        at: end(8),
        text: 'Jane Doe has been the correspondent of The Example in Geneva for more than ten years.',
        reason: 'an author box',
      },
      {
        at: end(8),
        text:
          'More on this\nBorder stays open, says minister\n' +
          'I think that these talks were a waste of time, as everybody knew before they began.\n' +
          '© 2024 The Example. All rights reserved. No part of this page may be used without consent.\n' +
          'We use cookies to improve this page, and to show you what you may like.',
        reason: 'what stands below the article',
      },
    ]);
  });

  test('is read in German, without class names', () => {
    const page = read(`<html lang="de"><body>
      <nav><a href="/">Start</a> <a href="/politik">Politik</a></nav>
      <article><h1>Gespräche ohne Ergebnis</h1><p>Von Erika Mustermann</p><p>4. März 2024, 17:30 Uhr</p>
      <div><p>Die Gespräche in Genf sind am Montag ohne Ergebnis zu Ende gegangen, teilten die Vermittler mit.</p>
      <p>Beide Seiten wollen sich aber binnen eines Monats wieder treffen und die Grenze bis dahin offen halten.</p>
      <p>Lesen Sie auch: <a href="/maerz">Gespräche im März früh beendet</a></p>
      <h3>Langer Streit</h3>
      <p><img src="a.jpg"></p><p><em>Die Delegationen in Genf. Foto: dpa</em></p>
      <p>Schon im März waren sie nach zwei Tagen abgebrochen worden, weil man sich über die Tagesordnung stritt.</p>
      <h3>Das könnte Sie auch interessieren</h3>
      <ul><li><a href="/1">Grenze bleibt offen</a></li><li><a href="/2">Minister tritt ab</a></li></ul></div></article>
      <aside><p>Unsere Leserinnen und Leser schätzen vor allem die Berichte aus den Kantonen der Schweiz.</p></aside>
      <footer>Impressum</footer></body></html>`);
    expect(page.text.split('\n\n')).toEqual([
      'Die Gespräche in Genf sind am Montag ohne Ergebnis zu Ende gegangen, teilten die Vermittler mit.',
      'Beide Seiten wollen sich aber binnen eines Monats wieder treffen und die Grenze bis dahin offen halten.',
      'Langer Streit',
      'Schon im März waren sie nach zwei Tagen abgebrochen worden, weil man sich über die Tagesordnung stritt.',
    ]);
    expect(page.cuts.map(({ reason }) => reason)).toContain('a link to another page');
    expect(page.cuts.find(({ reason }) => reason === 'a caption')?.text).toBe(
      'Die Delegationen in Genf. Foto: dpa',
    );
  });

  test('is read in Russian from a page of line breaks', () => {
    const first = 'Переговоры в Женеве закончились в понедельник без результата, сообщили посредники.';
    const second =
      'Стороны договорились встретиться снова в течение месяца, а границу до тех пор не закрывать.';
    const third =
      'Первый раунд в марте был прерван через два дня из-за спора о повестке, напомнил министр торговли.';
    const page = read(`<html><body><div><a href="/">Главная</a><br><a href="/sport">Спорт</a></div>
      <div class="text">${first}<br><br>${second}<br><br>${third}<br><br>
      <a href="/1">Граница останется открытой</a><br><a href="/2">Министр подал в отставку</a></div>`);
    expect(page.text).toBe([first, second, third].join('\n\n'));
  });

  test('is read where words are not divided', () => {
    const lines = [
      '日内瓦的谈判周一结束，调解人表示双方没有达成任何协议，但同意在一个月内再次会面。',
      '贸易部长说，没有人期待更多的结果，因为双方的立场多年来一直相距甚远。',
      '第一轮谈判于三月举行，由于对议程的争议，两天后就结束了，双方都没有发表声明。',
    ];
    const page = read(`<body><ul><li><a href="/a">首页</a><li><a href="/b">新闻</a></ul><div><h1>谈判结束</h1>
      <div class="article">${lines.map((line) => `<p>${line}</p>`).join('')}</div></div><div class="footer">版权所有</div>`);
    expect(page.text).toBe(lines.join('\n\n'));
  });

  test('keeps what messages of social networks say', () => {
    const page = read(`<article><div>${paragraphs[0]}${paragraphs[1]}
      <div class="social-embed"><blockquote><p>The talks are over. We thank the mediators.</p>— Ministry (@ministry) <a href="https://x.com/1">March 4</a></blockquote></div>
      ${paragraphs[2]}${paragraphs[3]}</div></article>`);
    expect(page.text.split('\n\n')[2]).toBe('The talks are over. We thank the mediators.');
    expect(page.text.split('\n\n')[3]).toBe('— Ministry (@ministry) March 4');
  });

  test('keeps lists of links to other sites, and drops those of its own', () => {
    const list = (site: string) =>
      `<ul><li><a href="${site}/1">The first report</a><li><a href="${site}/2">The second report</a></ul>`;
    const page = (site: string) =>
      read(`<article><div>${paragraphs.join('')}${list(site)}${paragraphs[0]}</div></article>`);
    expect(page('https://other.org').text).toContain('The first report\n\nThe second report');
    expect(page('https://news.example.org').text).not.toContain('report');
    expect(page('').text).not.toContain('report');
  });

  test('is not lost for a name of furniture around it', () => {
    const page = read(`<div class="gallery-comments related">${paragraphs.join('')}</div>`);
    expect(page.text).toBe(TALKS.join('\n\n'));
    const slides = paragraphs.map((paragraph) => `<div class="gallery-slide">${paragraph}</div>`);
    expect(read(`<article>${slides.join('')}</article>`).text).toBe(TALKS.join('\n\n'));
  });

  test('is not the form that the reader view takes for it', () => {
    const form = `<form class="comment-form"><p>Your address will not be published, and the fields that are marked with a star are required.</p></form>`;
    expect(
      read(`<div><div class="share">${paragraphs[0]}${paragraphs[1]}</div></div>${form}`).text,
    ).toContain(TALKS[0]);
  });

  test('is never empty where the page has words', () => {
    expect(read('<nav><a href="/">Home</a></nav>').text).toBe('Home');
    expect(read('<body><h1>Talks</h1>').text).toBe('Talks');
  });

  test('keeps its facts where they are', () => {
    expect(read('<title>Talks</title><p>One.', 'https://www.example.org/a')).toMatchObject({
      title: 'Talks',
      text: 'One.',
    });
  });
});

describe('a page that is none', () => {
  test.each([
    ['empty', ''],
    ['a script alone', '<html><script>document.write("Talks")</script></html>'],
    ['only pictures', '<body><img src="a.jpg" alt="Talks"><p>…</p>'],
  ])('is refused: %s', (_, html) => {
    expect(() => read(html)).toThrow(new UserError('it holds no text'));
  });

  test.each([
    ['tags that do not end', `<div><p>${TALKS[0]}<b><p>${TALKS[1]}<table><tr><td>${TALKS[2]}`],
    [
      'ends without a start',
      `</div></p>${paragraphs.slice(0, 3).join('</span></table>')}</body></html></div>`,
    ],
    ['an attribute that does not end', `${paragraphs.slice(0, 3).join('')}<p class="`],
  ])('is read as far as it goes: %s', (_, html) => {
    expect(read(html).text).toBe(TALKS.slice(0, 3).join('\n\n'));
  });

  test('is read in time, however long', () => {
    const start = performance.now();
    expect(read(`<body><div>${'The talks went on.<br>'.repeat(40_000)}</div>`).text).toHaveLength(
      40_000 * 19 - 1,
    );
    expect(read(`<p>${'<a href="/a">talks</a> '.repeat(40_000)}</p>`).text).toHaveLength(40_000 * 6 - 1);
    expect(read(`<p>a${'\u00A0'.repeat(1_000_000)}b.</p>`).text).toHaveLength(1_000_003);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
