import { describe, expect, it } from 'vitest';
import type { Article } from '../src/article/article.js';
import { createCopies } from '../src/copies/copies.js';
import { type Copy, findCopies } from '../src/copies/find-copies.js';
import { listCopies } from '../src/copies/list-copies.js';
import { preferredOf, supersedes } from '../src/copies/preferred.js';
import { compareVersions, wordingOf } from '../src/copies/sentence-version.js';
import { withoutRepeats } from '../src/copies/without-repeats.js';
import { makeArticle } from './make-article.js';

const AGENCY = `A cargo ship with 21 sailors on board ran aground off the island of Vesna early on Tuesday, the coast guard
said. Two tugs were on their way from the port of Lund, but a strong north wind kept them from coming near. "Nobody is
hurt, and the hull is whole," said Captain Ida Holm, who leads the rescue. The ship, the Marigold, carries 8,400 tonnes of
wheat from Odesa to Rotterdam. Its owner could not be reached. In 2019 a tanker had struck the same reef, which cost the
island's fishermen a summer's catch and led to a new lighthouse, paid for by the province.`;

const OWN = `On Vesna itself the mood is calm. "We have seen worse, and we shall see worse," says the baker Tom Aas, whose
shop looks out on the reef. At noon he brought the crew of the lifeboat two baskets of bread, as his father did in the
winter of 1978. The school stays shut until the wind turns. Whether the summer regatta can be held is to be decided on
Friday by the council, which will hear the harbour master and three skippers first. Until then the beach is closed.`;

const FURNITURE = `Ship runs aground off Vesna. Share this article. By our own correspondent, with reporting by the agency.`;

/** Of the same day, with the captain's words and the agency's last line, but another's report. */
const OTHER = `"Nobody is hurt, and the hull is whole," said Captain Ida Holm, who leads the rescue. With these words she
calmed the families who had gathered in Lund since dawn. Their sons and daughters are on the Marigold, stranded since the
small hours on a reef that every child here knows by name. The minister for transport wants to know why the pilot had gone
to bed, and the union of pilots wants to know why he is the only one on forty miles of coast. Copyright of the Northern
News Agency, all rights reserved, no part of it may be shown or passed on without leave in writing.`;

const BOILERPLATE =
  'Copyright of the Northern News Agency, all rights reserved, no part of it may be shown or passed on without leave in writing.';

const GERMAN = `Ein Frachter mit 21 Seeleuten an Bord ist am frühen Dienstag vor der Insel Vesna auf Grund gelaufen, wie die
Küstenwache mitteilte. Zwei Schlepper waren aus dem Hafen von Lund unterwegs, doch ein starker Nordwind hielt sie fern.`;

const CHINESE =
  '海岸警卫队说，一艘载有二十一名船员的货轮星期二清晨在维斯纳岛附近搁浅。两艘拖船已从隆德港出发，但强劲的北风使它们无法靠近。';

/** As findCopies tells, by the position of the texts. */
function pairsIn(...texts: string[]): [string, string, number, number][] {
  const found = findCopies(texts.map((text, i) => ({ id: `${i}`, text })));
  return found.map(({ one, other, contained, resemblance }) => [
    one,
    other,
    Number(contained.toFixed(2)),
    Number(resemblance.toFixed(2)),
  ]);
}

describe('findCopies', () => {
  it('finds the same text, whatever its capitals, line breaks and quotation marks', () => {
    const retyped = AGENCY.toUpperCase().replace(/\n/g, ' ').replace(/"/g, '”');
    expect(pairsIn(AGENCY, OWN, retyped)).toEqual([['0', '2', 1, 1]]);
  });

  it('finds an agency text within a longer article, between its headline and paragraphs of its own', () => {
    expect(pairsIn(AGENCY, `${FURNITURE}\n${AGENCY}\n${OWN}`)).toEqual([['1', '0', 1, 0.5]]);
  });

  it('finds a version in which names, numbers and a sentence were changed', () => {
    const later = AGENCY.replace('Two tugs', 'Three tugs')
      .replaceAll('Vesna', 'Wesna')
      .replace('8,400', '8,500')
      .replace('Its owner could not be reached.', 'Its owner spoke of a fault in the rudder.');
    expect(pairsIn(AGENCY, later)).toEqual([['1', '0', 0.78, 0.63]]);
  });

  it('takes nothing else for a copy: quotations, boilerplate, the subject, a translation', () => {
    const texts = [AGENCY, OWN, OTHER, GERMAN, CHINESE, BOILERPLATE.slice(0, 40), FURNITURE];
    expect(pairsIn(...texts)).toEqual([]);
    expect(pairsIn(`${AGENCY} ${BOILERPLATE}`, `${OWN} ${BOILERPLATE}`)).toEqual([]);
    expect(pairsIn(`${AGENCY} ${OWN}`, `${OWN} ${OTHER}`.slice(OWN.length / 2))).toEqual([]);
  });

  it('finds copies in scripts without spaces', () => {
    expect(pairsIn(CHINESE, CHINESE.replace('二十一', '二十二'))).toMatchObject([['0', '1', 0.91, 0.83]]);
  });

  it('takes short texts for copies only where they are the same', () => {
    expect(pairsIn('Subscribe to read on.', 'subscribe to read on', 'Subscribe to go on.')).toEqual([
      ['0', '1', 1, 1],
    ]);
    const quotation = '"Nobody is hurt, and the hull is whole," said Captain Ida Holm';
    expect(pairsIn(AGENCY, quotation)).toEqual([]);
    expect(pairsIn('', '', '…', AGENCY)).toEqual([]);
    expect(pairsIn()).toEqual([]);
  });

  it('is not misled by boilerplate that all articles have', () => {
    const random = textsOf(200, 60).map((text) => `${text} ${BOILERPLATE}`);
    expect(pairsIn(...random, `${random[3]} ${FURNITURE}`)).toEqual([['200', '3', 1, 0.82]]);
  });

  it('compares each of a thousand copies with few others', () => {
    const [text] = textsOf(1, 450);
    expect(
      findCopies(Array.from({ length: 1000 }, (_, i) => ({ id: `${i}`, text: `${text}` }))),
    ).toHaveLength(999);
    const words = `${text}`.split(' ');
    const edited = Array.from({ length: 1000 }, (_, i) => ({
      id: `${i}`,
      text: words.map((word, j) => ((i * 31 + j * 17) % 37 === 0 ? `${word}${i}` : word)).join(' '),
    }));
    const found = findCopies(edited);
    expect(new Set(found.map(({ other }) => other)).size).toBe(999);
    expect(found.length).toBeLessThan(50_000);
  });

  it('reads 2,000 articles in a moment', () => {
    const articles = textsOf(2_000, 450).map((text, i) => ({ id: `${i}`, text }));
    const started = performance.now();
    expect(findCopies(articles)).toEqual([]);
    // It takes some .2 s; comparing every two of them takes a hundred times as long.
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

describe('createCopies', () => {
  const articles = ['a', 'b', 'c', 'd'].map((id) => makeArticle({ id, file: id, text: 'One. Two.' }));
  const copiesOf = (id: string, found: Copy[]): string[] => {
    const article = makeArticle({ id });
    return [...createCopies(articles, found, () => []).of(article)].map((copy) => copy.id).sort();
  };
  const copy = (one: string, other: string, resemblance: number): Copy => {
    return { one, other, contained: 1, resemblance };
  };

  it('tells of each of two articles', () => {
    expect(copiesOf('a', [copy('b', 'a', 0.5)])).toEqual(['b']);
    expect(copiesOf('b', [copy('b', 'a', 0.5)])).toEqual(['a']);
    expect(copiesOf('c', [copy('b', 'a', 0.5)])).toEqual([]);
  });

  it('takes two for copies by a third that is nearly the same as one, and not by one that holds both', () => {
    const found = [copy('a', 'b', 0.95), copy('a', 'c', 0.5), copy('a', 'd', 0.4)];
    expect(copiesOf('a', found)).toEqual(['b', 'c', 'd']);
    expect(copiesOf('b', found)).toEqual(['a', 'c', 'd']);
    expect(copiesOf('c', found)).toEqual(['a', 'b']);
    expect(copiesOf('d', found)).toEqual(['a', 'b']);
  });

  it('reads the sentences of an article once, with their words', () => {
    const [first, second] = [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ];
    const read: string[] = [];
    const copies = createCopies(articles, [copy('a', 'b', 1)], ({ id }) => {
      read.push(id);
      return [first, second];
    });
    const [a] = articles as [Article];
    for (let i = 0; i < 2; i++) {
      expect(copies.sentencesOf(a)).toEqual([
        { text: 'One.', words: 'one' },
        { text: 'Two.', words: 'two' },
      ]);
    }
    expect(read).toEqual(['a']);
  });
});

describe('listCopies', () => {
  it('names each copy once, with the article that holds most of it, and how much that is', () => {
    const [digest, agency, version, alone] = [
      { id: 'd', text: `${FURNITURE} ${AGENCY} ${OWN}` },
      { id: 'a', text: AGENCY },
      { id: 'v', text: AGENCY.replace('Two tugs', 'Three tugs') },
      { id: 'o', text: OTHER },
    ];
    expect(listCopies([alone, version, agency, digest])).toEqual([
      {
        article: digest,
        copies: [
          { article: version, shared: 95 },
          { article: agency, shared: 100 },
        ],
      },
    ]);
    expect(listCopies([alone, agency])).toEqual([]);
  });
});

describe('compareVersions', () => {
  const compare = (one: string, other: string) => compareVersions(wordingOf(one), wordingOf(other));

  it.each([
    ['He left Kiev on Monday.', 'He left Kyiv on Monday'],
    ['Zelensky met Biden in Odessa.', 'Zelenskyy met Biden in Odesa.'],
    ['The goverment agreed to talks.', 'The government agreed to talks.'],
    ['The two agreed to a cease-fire.', 'The two agreed to a ceasefire.'],
    ['They will recieve 1,200 tents.', 'They will receive 1,200 tents.'],
    ['Переговоры прошли в Киеве.', '«Переговоры прошли в Киеве»'],
  ])('takes %j and %j for the same', (one, other) => {
    expect(compare(one, other)).toBe('same');
    expect(compare(other, one)).toBe('same');
  });

  it.each([
    ['At least 12 people were killed in the blast.', 'At least 15 people were killed in the blast.'],
    ['Aid of 3.5 billion euros was agreed on Friday.', 'Aid of 35 billion euros was agreed on Friday.'],
    ['Aid of three billion euros was agreed on.', 'Aid of three million euros was agreed on.'],
    ['Iran agreed to the plan on Friday night.', 'Iraq agreed to the plan on Friday night.'],
    ['A Mr Johnson signed the paper that day.', 'A Mr Johnston signed the paper that day.'],
    ['The two sides have met in Riyadh.', 'The two sides have not met in Riyadh.'],
    ['The two sides have met in Riyadh.', 'The two sides have reportedly met in Riyadh.'],
    ['They attack the town near the border.', 'They attacks the town near the border.'],
    ['Russia attacked Ukraine in the night.', 'Ukraine attacked Russia in the night.'],
    ['双方星期二在利雅得举行了会谈。', '双方星期二没有在利雅得举行会谈。'],
  ])('takes %j and %j for two states of one', (one, other) => {
    expect(compare(one, other)).toBe('changed');
    expect(compare(other, one)).toBe('changed');
  });

  it.each([
    ['He left Kyiv on Monday.', 'The council meets in Lund today.'],
    ['No.', 'Yes.'],
    ['', ''],
    ['…', '…'],
  ])('takes %j and %j for two sentences', (one, other) => {
    expect(compare(one, other)).toBeNull();
  });
});

describe('preferredOf', () => {
  const article = (id: string, publisher: string | null, date: string | null, facts = {}) =>
    makeArticle({ id, publisher, date, ...facts });

  it('is the newest version of the masthead that had it first', () => {
    const [agency, paper, later] = [
      article('a', 'Agency', '2025-02-17'),
      article('b', 'Paper', '2025-02-18'),
      article('c', 'agency', '2025-02-19'),
    ];
    expect(preferredOf([paper, agency, later])).toBe(later);
    expect(preferredOf([later, paper, agency])).toBe(later);
    expect(preferredOf([paper, agency])).toBe(agency);
    expect(preferredOf([paper, later])).toBe(paper);
    expect(preferredOf([article('d', 'Globe', null), paper])).toBe(paper);
  });

  it('is the one of which most is known, without a note, where days do not tell; else the first', () => {
    const [bare, known] = [article('a', null, null), article('b', 'Paper', null, { title: 'A ship' })];
    expect(preferredOf([bare, known])).toBe(known);
    const noted = article('c', 'Globe', null, { title: 'A ship', note: 'a machine translation' });
    expect(preferredOf([noted, known])).toBe(known);
    expect(preferredOf([known, article('d', 'Globe', null, { title: 'A ship' })])).toBe(known);
  });
});

describe('withoutRepeats', () => {
  const article = (id: string, date: string | null, text = 'One. Two. Three.') =>
    makeArticle({ id, publisher: id, date, text });
  const [monday, tuesday, undated] = [
    article('m', '2025-02-17'),
    article('t', '2025-02-18'),
    article('u', null),
  ];
  const longer = article('l', '2025-02-19', 'One. Two. Four.');
  const copies = createCopies(
    [monday, tuesday, undated, longer],
    [tuesday, undated, longer].map(({ id }) => ({ one: 'm', other: id, contained: 1, resemblance: 0.95 })),
    () => [],
  );
  const sentences = (text: string) =>
    [...text.matchAll(/\w+\./g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));

  /** The articles that are left of those whose whole texts were found. */
  const left = (...found: Article[]): string =>
    withoutRepeats(
      found.map((article, position) => ({ article, position })),
      (position) => {
        const { id, text } = found[position] as Article;
        const metadata = { article: id, heading: '', start: 0, end: text.length, sentences: sentences(text) };
        return { pageContent: text, metadata };
      },
      copies,
    )
      .map(({ article: { id } }) => id)
      .join('');

  it('leaves out what copies say, but neither the one to quote nor what says more', () => {
    expect(left(monday, tuesday, undated, longer)).toBe('ml');
    expect(left(undated, tuesday, monday, tuesday, longer)).toBe('utml');
    expect(left(longer, monday)).toBe('lm');
  });

  it('leaves alone what others say in the same words', () => {
    expect(left(monday, article('x', '2025-02-20'))).toBe('mx');
  });
});

describe('supersedes', () => {
  const on = (date: string | null, publisher = 'Paper', url: string | null = null) =>
    makeArticle({ date, publisher, url });

  it.each([
    [on('2025-02-18'), on('2025-02-17'), true],
    [on('2025-02-24'), on('2025-02-17'), true],
    [on('2025-02-25'), on('2025-02-17'), false],
    [on('2025-02-17'), on('2025-02-17'), false],
    [on('2025-02-17'), on('2025-02-18'), false],
    [on('2025-02-18'), on(null), false],
    [on(null), on('2025-02-17'), false],
    [on('2025-02-18', 'Globe'), on('2025-02-17'), false],
    [
      on('2025-02-18', 'Globe', 'https://a.example/1'),
      on('2025-02-17', 'Paper', 'https://a.example/1'),
      true,
    ],
  ])('asks for a later day of one masthead, within a week', (article, other, isLater) => {
    expect(supersedes(article, other)).toBe(isLater);
  });
});

/** Texts of words at random, the same each time. */
function textsOf(count: number, words: number): string[] {
  let state = 1;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  // The n-th word is as frequent as 1/n, as in a language (Zipf).
  const word = (): string => `w${Math.floor(20_000 ** random()).toString(36)}`;
  return Array.from({ length: count }, () => Array.from({ length: words }, word).join(' '));
}
