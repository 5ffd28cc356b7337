import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Article, articleId, type Cut, summaryOf } from '../src/article/article.js';
import { readArticles } from '../src/article/read-articles.js';
import { ROOT } from './program.js';

const SEEDS = join(ROOT, 'seeds');
const AP = '2025-02-17-ap-talks-ahead.txt';
const GERMAN = '2025-02-18-rubio-diplomatische-missionen.txt';
const RIYADH = '2025-02-19-riyadh.txt';
const KYIV = '2025-02-26-kyiv-independent-ukraine-not-on-agenda.txt';

let articles: Article[];
const article = (file: string): Article => articles.find((found) => found.file === file) as Article;

beforeAll(async () => {
  const found = await readArticles(SEEDS);
  expect(found.skipped).toEqual([]);
  articles = found.articles;
});

describe('the four articles', () => {
  it('are read in the order of their names, with what is known of them', () => {
    expect(articles.map(({ text, cuts, dateReason, ...facts }) => facts)).toEqual([
      {
        id: '238a16aa22d8',
        file: AP,
        entry: 0,
        title: null,
        publisher: 'Associated Press',
        authors: ['Matthew Lee', 'Justin Spike', 'Barry Hatton'],
        date: '2025-02-17',
        dateSource: 'stated',
        language: 'en',
        languageSource: 'stated',
        url: null,
        note: 'wording altered by a machine on the way (the by-line reads "Related Press")',
      },
      {
        id: '90a7ed1b8c29',
        file: GERMAN,
        entry: 0,
        title: null,
        publisher: null,
        authors: null,
        date: '2025-02-18',
        dateSource: 'inferred',
        language: 'de',
        languageSource: 'stated',
        url: null,
        note: 'a machine translation',
      },
      {
        id: '61f05640390d',
        file: RIYADH,
        entry: 0,
        title: null,
        publisher: null,
        authors: null,
        date: '2025-02-19',
        dateSource: 'stated',
        language: 'en',
        languageSource: 'stated',
        url: null,
        note: null,
      },
      {
        id: articleId(KYIV, 0),
        file: KYIV,
        entry: 0,
        title: 'Ukraine not on agenda in next US-Russia talks, State Department says',
        publisher: 'The Kyiv Independent',
        authors: ['Abbey Fenbert'],
        date: '2025-02-26',
        dateSource: 'inferred',
        language: 'en',
        languageSource: 'stated',
        url: null,
        note: null,
      },
    ]);
  });

  it('give the reason of every inferred date', () => {
    expect(
      articles.filter(({ dateSource }) => dateSource === 'inferred').map(({ dateReason }) => dateReason),
    ).toEqual([
      'it reports the Riyadh meeting as held "am Dienstag", and that Tuesday was 18 February 2025',
      'it reports what Lavrov announced "on Feb. 26" about a meeting still to come on Feb. 27; "Jan. 15, 2025" is the photo\'s date',
    ]);
  });

  it.each([AP, GERMAN, RIYADH, KYIV])(
    '%s holds the text byte for byte as it came, after the front matter',
    async (file) => {
      const content = await readFile(join(SEEDS, file));
      const body = content.subarray(content.indexOf('\n---\n') + 5);
      expect(createHash('sha256').update(body).digest('hex')).toBe(RAW_SHA256[file]);
    },
  );

  it('begin and end with their own words', () => {
    const ends = articles.map(({ text }) => [text.slice(0, 40), text.slice(-40)]);
    expect(ends).toEqual([
      ['RIYADH, Saudi Arabia (AP) — Senior Ameri', 'at’s sophisticated and might take years.'],
      ['Außenminister der Vereinigten Staaten Ma', ' Ukraine durch Drohnenabfälle beschädigt.'.slice(-40)],
      ['Top Russian and US diplomats met in Saud', 'ulates in both countries,” Lavrov added.'],
      ['U.S. and Russian officials will not disc', 'rovide Ukraine with security guarantees.'],
    ]);
  });

  it('hold nothing that the page put around them', () => {
    const furniture = [
      'MATTHEW LEE',
      'Initially Revealed',
      'February 17, 2025 at',
      'date 2025',
      'Nachrichten',
      'Posteingang',
      'News Feed',
      'min read',
      'Ukraine not on agenda in next',
      'Photo for illustrative',
      'Nishimura',
      'Avatar',
      'Abbey',
      'Read more',
      'Saldo',
      'roaming',
      'Updated',
      'Pokrovsk',
      'Show More',
    ];
    for (const { text } of articles) for (const words of furniture) expect(text).not.toContain(words);
  });

  it('keep the subheading, and every word between first and last that is their own', async () => {
    expect(article(GERMAN).text).toContain('\nBedenken von Verbündeten, die sie aus dem Weg gehen\n');
    for (const { file, text, cuts } of articles) {
      const content = await readFile(join(SEEDS, file), 'utf8');
      const parts = [0, ...placesOf(cuts)].map((start, i) => text.slice(start, placesOf(cuts)[i]));
      for (const part of parts) expect(content).toContain(part);
    }
  });

  it('know where something was left out between two of their sentences', () => {
    const inside = ({ text, cuts }: Article) => placesOf(cuts).filter((at) => at > 0 && at < text.length);
    expect(articles.map((one) => inside(one).length)).toEqual([0, 1, 0, 0]);
    const { text } = article(GERMAN);
    const [at] = inside(article(GERMAN));
    expect(text.slice(0, at).trimEnd().slice(-41)).toBe(
      'r kommen, aber es wurde darüber gesprochen.“'.slice(-41),
    );
    expect(text.slice(at).slice(0, 32)).toBe('Nach der Invasion von Moskaus 20');
  });
});

/** Where something was left out, each place once. */
const placesOf = (cuts: Cut[]): number[] => [...new Set(cuts.map(({ at }) => at))];

/** Of the texts as they came, before anything was put in front of them. */
const RAW_SHA256: Record<string, string> = {
  [AP]: '547c88e5fe14efb6ac589cc9be84649587df8f793e96593166c231b2d4de828d',
  [GERMAN]: '045919257a45367b7173fe7b45fda7352244b59a750b1e99e870a508f1b5a5c3',
  [RIYADH]: '7e2d302011cb2047cdd86eab7fe465c16ec0e994acf4522bc3ff7b742341300b',
  [KYIV]: 'b9dc828d4fa7a39bbb599d11e615a4b67fba5c2bf80aaeb813f4761841d0f60f',
};

describe('summaryOf', () => {
  it('has nine opening words of a longer text and all of a shorter one, its length, and not the text', () => {
    const riyadh = article(RIYADH);
    expect(summaryOf(riyadh)).toMatchObject({
      file: RIYADH,
      opening: 'Top Russian and US diplomats met in Saudi Arabia…',
      length: riyadh.text.length,
    });
    expect(summaryOf(riyadh)).not.toHaveProperty('text');
    expect(summaryOf({ ...riyadh, text: '  One two\nthree. ' })).toMatchObject({
      opening: 'One two three.',
      length: 17,
    });
  });
});
