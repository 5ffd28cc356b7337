import { describe, expect, it } from 'vitest';
import { type Answer, answerQuestion } from '../src/answer.js';
import type { Article } from '../src/article/article.js';
import { articleSentences } from '../src/article-sentences.js';
import { createCopies } from '../src/copies/copies.js';
import { findCopies } from '../src/copies/find-copies.js';
import type { Filters } from '../src/filters.js';
import { passagesOf } from '../src/passage.js';
import type { Hit } from '../src/search.js';
import { libraryOf } from './made-library.js';
import { makeArticle } from './make-article.js';

const RESCUE = `A cargo ship ran aground off the island of Vesna early on Tuesday with 21 sailors on board, the coast guard
said. Two tugs were on their way from the port of Lund, but a strong north wind kept them from coming near. The mayor of
Kiev sent a word of comfort to the families of the sailors, most of whom are from his city and its villages. The
goverment has asked the owner of the ship to pay for the rescue and for whatever harm the reef may take from it.`;

/** As an editor mends slips. */
const SPELT = RESCUE.replace('Kiev', 'Kyiv').replace('goverment', 'government');
const LATER = SPELT.replace('21 sailors', '23 sailors');

const REGATTA = `On Vesna itself the mood is calm, and the bakers have brought the crew of the lifeboat two baskets of bread.
Whether the summer regatta can be held is to be decided on Friday by the council, which hears three skippers first.`;

const OTHER = `The minister for transport wants to know why the pilot of the Marigold had gone to bed before the ship left.
The union of pilots wants to know why he is the only one on forty miles of a coast that is known for its wrecks.`;

const page = (id: string, publisher: string, date: string | null, text: string): Article =>
  makeArticle({ id, file: `${id}.txt`, publisher, date, text });

/** A hit on the sentence that starts with some words. */
function hitOn(article: Article, words: string, score: number): Hit {
  for (const passage of passagesOf(article)) {
    const sentence = passage.metadata.sentences.find(({ start }) => article.text.startsWith(words, start));
    if (sentence) return { position: 0, passage, article, sentence, score, rank: 1 };
  }
  throw new Error(`No sentence starts with ${words}`);
}

function ask(articles: Article[], hits: Hit[], filters?: Filters): Promise<Answer> {
  const copies = createCopies(articles, findCopies(articles), (article) =>
    articleSentences(passagesOf(article)),
  );
  const isSameStatement = (one: Hit, other: Hit): boolean => sentenceOf(one) === sentenceOf(other);
  return answerQuestion('Why?', libraryOf(hits, { articles, copies, isSameStatement }), filters);
}

const sentenceOf = ({ article, sentence }: Hit): string => article.text.slice(sentence.start, sentence.end);

/** Of each quote the article, the opening words of the marked sentence, and the others that say the same. */
const shown = ({ quotes, nearest }: Answer): string[] =>
  [...quotes, ...(nearest ?? [])].map(({ article, text, start, highlight, alsoIn }) => {
    const marked = text.slice(highlight.start - start, highlight.end - start);
    const others = alsoIn.map(({ id }) => id).sort();
    return `${article.id}: ${marked.split(/\s/).slice(0, 3).join(' ')} (${others.join(' ')})`;
  });

describe('an answer from copies', () => {
  const agency = page('agency', 'Agency', '2025-02-18', RESCUE);
  const paper = page('paper', 'Paper', '2025-02-18', `By our own reporter\n\n${REGATTA}\n\n${RESCUE}`);
  const later = page('later', 'Agency', '2025-02-19', LATER);
  const spelt = page('spelt', 'Agency', '2025-02-19', SPELT);
  const other = page('other', 'Globe', '2025-02-18', OTHER);

  it('quotes once what two mastheads say, and the other paragraphs of the longer one too', async () => {
    const hits = [
      hitOn(agency, 'Two tugs', 0.95),
      hitOn(paper, 'Two tugs', 0.95),
      hitOn(paper, 'Whether the summer', 0.9),
      hitOn(agency, 'A cargo ship', 0.88),
    ];
    expect(shown(await ask([agency, paper, other], hits))).toEqual([
      'agency: Two tugs were (paper)',
      'paper: Whether the summer ()',
    ]);
  });

  it('names the copies that were not found too, but none that filters leave out', async () => {
    const hits = [hitOn(agency, 'Two tugs', 0.95)];
    const articles = [agency, paper, spelt, other];
    expect(shown(await ask(articles, hits))).toEqual(['agency: Two tugs were (paper spelt)']);
    expect(shown(await ask(articles, hits, { before: '2025-02-18' }))).toEqual([
      'agency: Two tugs were (paper)',
    ]);
    expect(shown(await ask(articles, hits, { publisher: 'Agency' }))).toEqual([
      'agency: Two tugs were (spelt)',
    ]);
  });

  it('quotes the newest version of the masthead that had it first', async () => {
    const hits = [
      hitOn(paper, 'Two tugs', 0.95),
      hitOn(agency, 'Two tugs', 0.945),
      hitOn(spelt, 'Two tugs', 0.94),
    ];
    const quoted = await ask([paper, agency, spelt], hits);
    // The paper says nothing of what is not the agency's; both have it from the same day, and the paper comes first.
    expect(shown(quoted)).toEqual(['paper: Two tugs were (agency spelt)']);
    const nextDay = { ...paper, date: '2025-02-19' };
    const again = [{ ...hits[0], article: nextDay } as Hit, ...hits.slice(1)];
    expect(shown(await ask([nextDay, agency, spelt], again))).toEqual([
      'spelt: Two tugs were (agency paper)',
    ]);
    expect((await ask([nextDay, agency, spelt], again)).quotes[0]?.score).toBe(quoted.quotes[0]?.score);
  });

  it('takes a name spelt otherwise and a slip for the same statement', async () => {
    for (const words of ['The mayor of', 'The\ngov']) {
      const hits = [hitOn(agency, words, 0.95), hitOn(spelt, words, 0.94)];
      expect(await ask([agency, spelt], hits)).toMatchObject({
        quotes: [{ article: { id: 'spelt' }, alsoIn: [{ id: 'agency' }] }],
      });
    }
  });

  it('does not name a copy that says a part of what is shown otherwise', async () => {
    const { quotes } = await ask([agency, paper, later], [hitOn(agency, 'Two tugs', 0.95)]);
    expect(quotes[0]?.text).toContain('21 sailors');
    expect(quotes[0]?.alsoIn.map(({ id }) => id)).toEqual(['paper']);
  });

  it('quotes of two numbers the newer, and does not say that the older version says the same', async () => {
    const hits = [hitOn(agency, 'A cargo ship', 0.95), hitOn(later, 'A cargo ship', 0.94)];
    const { quotes } = await ask([agency, later], hits);
    expect(quotes).toMatchObject([{ article: { id: 'later' }, alsoIn: [] }]);
    expect(quotes[0]?.text).toContain('23 sailors');
  });

  it('does not quote a number that another masthead took over before it was put right', async () => {
    const late = { ...paper, date: '2025-02-20' };
    const hits = [hitOn(late, 'A cargo ship', 0.95), hitOn(later, 'A cargo ship', 0.94)];
    expect(shown(await ask([agency, late, later], hits))).toEqual(['later: A cargo ship ()']);
    // Without the agency's first version it is not known which is right.
    expect(shown(await ask([late, later], hits))).toEqual([
      'paper: A cargo ship ()',
      'later: A cargo ship ()',
    ]);
  });

  it.each([
    ['of another masthead', page('b', 'Paper', '2025-02-19', LATER)],
    ['of the same day', page('b', 'Agency', '2025-02-18', LATER)],
    ['of no known day', page('b', 'Agency', null, LATER)],
    ['more than a week later', page('b', 'Agency', '2025-02-26', LATER)],
  ])(
    'quotes both of two numbers where the second is not known to be a later state: %s',
    async (_, second) => {
      const hits = [hitOn(agency, 'A cargo ship', 0.95), hitOn(second, 'A cargo ship', 0.94)];
      expect(shown(await ask([agency, second], hits))).toEqual([
        'agency: A cargo ship ()',
        'b: A cargo ship ()',
      ]);
    },
  );

  it('quotes the older version where the newer fits much worse, as when its day was asked for', async () => {
    const hits = [hitOn(agency, 'A cargo ship', 0.95), hitOn(later, 'A cargo ship', 0.92)];
    expect(shown(await ask([agency, later], hits))).toEqual([
      'agency: A cargo ship ()',
      'later: A cargo ship ()',
    ]);
    const same = [hitOn(agency, 'Two tugs', 0.95), hitOn(spelt, 'Two tugs', 0.92)];
    expect(shown(await ask([agency, spelt], same))).toEqual(['agency: Two tugs were (spelt)']);
  });

  it('does not quote from a copy what stands beside the sentence that was quoted', async () => {
    const hits = [hitOn(agency, 'Two tugs', 0.95), hitOn(paper, 'A cargo ship', 0.9)];
    const { quotes } = await ask([agency, paper], hits);
    expect(quotes).toHaveLength(1);
    expect(quotes[0]?.text).toMatch(/^A cargo ship.*Two tugs/s);
  });

  it('does not quote a sentence whose surroundings were quoted from a copy, as it does not within one article', async () => {
    const hits = [hitOn(agency, 'A cargo ship', 0.95), hitOn(paper, 'The\ngov', 0.9)];
    const { quotes } = await ask([agency, paper], hits);
    expect(quotes).toHaveLength(1);
    expect(quotes[0]?.text).not.toContain('goverment');
    const within = [hits[0] as Hit, hitOn(agency, 'The\ngov', 0.9)];
    expect((await ask([agency, paper], within)).quotes).toHaveLength(1);
  });

  it('leaves alone what two articles that are no copies say in the same words', async () => {
    const [sentence] = RESCUE.split(/(?<=said\.)/);
    const quoting = page('quoting', 'Agency', '2025-02-20', `${OTHER} ${REGATTA} ${sentence}`);
    const found = hitOn(agency, 'A cargo ship', 0.95);
    expect(shown(await ask([quoting, agency], [found]))).toEqual(['agency: A cargo ship ()']);
    expect(shown(await ask([quoting, agency], [found, hitOn(quoting, 'A cargo ship', 0.94)]))).toEqual([
      'agency: A cargo ship (quoting)',
    ]);
  });

  it('names on a refusal one of all copies of an article as the nearest', async () => {
    const hits = [
      hitOn(agency, 'Two tugs', 0.5),
      hitOn(paper, 'Two tugs', 0.5),
      hitOn(paper, 'Whether the summer', 0.49),
      hitOn(spelt, 'A cargo ship', 0.48),
      hitOn(other, 'The union', 0.4),
    ];
    const refused = await ask([agency, paper, spelt, other], hits);
    expect(refused.answered).toBe(false);
    expect(shown(refused)).toEqual(['spelt: Two tugs were (agency paper)', 'other: The union of ()']);
  });
});
