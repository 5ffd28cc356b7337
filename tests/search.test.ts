import { beforeAll, describe, expect, inject, it } from 'vitest';
import { answerQuestion } from '../src/answer.js';
import type { Filters } from '../src/filters.js';
import { PARTS } from '../src/score.js';
import { createSearch } from '../src/search.js';
import { openRealLibrary, type RealLibrary, sentenceOf } from './real-library.js';

const WHO_LED = 'Who led the Russian delegation in Riyadh?';
const LAVROV_LED = /^Lavrov led the Russian delegation, which also included Yury Ushakov/;

let library: RealLibrary;
beforeAll(async () => {
  library = await openRealLibrary(inject('indexDir'));
});

describe('a search', () => {
  it.each([
    WHO_LED,
    'Wer führte die russische Delegation in Riad an?',
    'Кто возглавил российскую делегацию в Эр-Рияде?',
    'Хто очолював російську делегацію в Ер-Ріяді?',
    'Qui a conduit la délégation russe ?',
    '¿Quién encabezó la delegación rusa en Riad?',
    'Kto kierował rosyjską delegacją w Rijadzie?',
  ])('marks the sentence that answers %j', async (question) => {
    const { answered, quotes } = await answerQuestion(question, library);
    expect(answered).toBe(true);
    const [first] = quotes;
    const { start = 0, end = 0 } = first?.highlight ?? {};
    const from = first?.start ?? 0;
    expect(first?.text.slice(start - from, end - from)).toMatch(LAVROV_LED);
    expect(library.logged).toEqual([]);
  });

  it.each([
    'What happens on February 27?',
    'Was passiert am 27. Februar?',
    'Что будет 27 февраля?',
    'Що буде 27 лютого?',
    'Que se passe-t-il le 27 février ?',
    '¿Qué pasará el 27 de febrero?',
    'Co będzie 27 lutego?',
  ])('finds what is said of the day first: %j', async (question) => {
    const { hits, question: facts } = await library.search(question);
    expect(hits[0] && sentenceOf(hits[0])).toMatch(/ during their meeting in Istanbul on Feb\. 27, /);
    expect(facts.daysNotFound).toEqual([]);
  });

  it('does not take another day that is written much like the one asked for', async () => {
    const { hits } = await library.search('Who met on February 18?');
    // The article is of Wednesday, February 19.
    expect(hits[0] && sentenceOf(hits[0])).toMatch(
      /^Top Russian and US diplomats met in Saudi Arabia on Tuesday/,
    );
  });

  it('says of which days nothing was found', async () => {
    const { question } = await library.search('What happened on March 3?');
    expect(question.daysNotFound).toEqual(['--03-03']);
  });

  it('has hits in the order of their scores, each a passage of its article with a sentence of it', async () => {
    const { hits } = await library.search(WHO_LED);
    expect(hits.map(({ rank }) => rank)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    expect(new Set(hits.map(({ position }) => position)).size).toBe(24);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    for (const { position, passage, article, sentence } of hits) {
      expect(passage).toEqual(library.index.passages.get(position));
      expect(passage.metadata.article).toBe(article.id);
      expect(passage.metadata.sentences).toContainEqual(sentence);
    }
  });

  it('knows which share of the words stands in the articles, and how much the model cannot read', async () => {
    expect((await library.search(WHO_LED)).question).toMatchObject({ known: 1, unknown: 0 });
    expect((await library.search('Хто очолював російську делегацію в Ер-Ріяді?')).question.known).toBeCloseTo(
      1 / 7,
    );
    expect((await library.search('ماذا')).question).toMatchObject({ known: 0, unknown: 0.5 });
  });
});

describe('a search with filters', () => {
  const filesFor = async (filters: Filters): Promise<string[]> => {
    const { hits } = await library.search(WHO_LED, filters);
    return [...new Set(hits.map(({ article }) => article.file))].sort();
  };
  const [ap, german, riyadh, kyiv] = [
    '2025-02-17-ap-talks-ahead.txt',
    '2025-02-18-rubio-diplomatische-missionen.txt',
    '2025-02-19-riyadh.txt',
    '2025-02-26-kyiv-independent-ukraine-not-on-agenda.txt',
  ];

  it.each<[Filters, string[]]>([
    [{ articles: [kyiv] }, [kyiv]],
    [{ articles: ['61f05640390d', german] }, [german, riyadh]],
    [{ publisher: 'kyiv independent' }, [kyiv]],
    [{ publisher: 'Associated Press' }, [ap]],
    [{ language: 'de' }, [german]],
    [{ after: '2025-02-19' }, [riyadh, kyiv]],
    [{ before: '2025-02-18', language: 'en' }, [ap]],
  ])('%j finds passages of %j only', async (filters, files) => {
    expect(await filesFor(filters)).toEqual(files);
  });

  it('finds every passage of a short article', async () => {
    const { passages } = library.index;
    const own = [...passages].flatMap(({ metadata }, i) => (metadata.article === '61f05640390d' ? [i] : []));
    const { hits } = await library.search(WHO_LED, { articles: [riyadh] });
    expect(hits.map(({ position }) => position).sort((one, other) => one - other)).toEqual(own);
    expect(hits[0] && sentenceOf(hits[0])).toMatch(LAVROV_LED);
  });

  it('is refused where the filters leave nothing, before anything is searched', async () => {
    await expect(library.search(WHO_LED, { publisher: 'Reuters' })).rejects.toThrow(
      'No article is from "Reuters". Choose from Associated Press, The Kyiv Independent.',
    );
    await expect(library.search(WHO_LED, { after: '2025-02-27' })).rejects.toThrow('No article is left');
  });
});

describe('a search without a part', () => {
  it.each([...PARTS.map((part) => [part]), [...PARTS]])('still finds the article: %s', async (...without) => {
    const search = createSearch(library.index, library.embedder, without);
    const { hits } = await search(WHO_LED);
    expect(hits).toHaveLength(24);
    expect(hits[0]?.article.file).toBe('2025-02-19-riyadh.txt');
    expect(hits[0]?.score).not.toBe((await library.search(WHO_LED)).hits[0]?.score);
  });
});
