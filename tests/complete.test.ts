import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../src/article/article.js';
import { Catalogue, type Choice } from '../src/catalogue.js';
import { namedChoices } from '../src/discord/choice-names.js';
import { articleFilter } from '../src/filters.js';
import { en } from '../src/languages/en.js';
import { makeArticle } from './make-article.js';

const READER = { phrases: en, locale: 'en-US' };
const article = (known: Parameters<typeof makeArticle>[0]): Choice => ({
  kind: 'article',
  article: summaryOf(makeArticle(known)),
});
const named = (...choices: Choice[]) => namedChoices(choices, READER);
const KYIV = { title: 'Ukraine not on agenda', publisher: 'The Kyiv Independent', date: '2025-02-26' };

describe('namedChoices', () => {
  it.each<[Choice, string, string]>([
    [article({ id: 'x', ...KYIV }), 'Ukraine not on agenda — The Kyiv Independent, Feb 26, 2025', 'x'],
    [
      article({ id: 'x', text: 'Top diplomats met in\n Riyadh on Tuesday to explore ways to talk.' }),
      '“Top diplomats met in Riyadh on Tuesday to explore…” — publisher unknown, date unknown',
      'x',
    ],
    [
      { kind: 'publisher', publisher: 'Le Temps', articles: 1_200, newest: '2025-02-18' },
      'Le Temps (1,200 articles, Feb 18, 2025)',
      'Le Temps',
    ],
    [{ kind: 'publisher', publisher: 'AP', articles: 1, newest: null }, 'AP (1 article)', 'AP'],
    [{ kind: 'language', language: 'de', articles: 1 }, 'German (1)', 'de'],
    [{ kind: 'language', language: 'zh-Hant', articles: 2 }, 'Traditional Chinese (2)', 'zh-Hant'],
    [{ kind: 'day', day: '2025-02-18', articles: 2 }, 'Feb 18, 2025 (2 articles)', '2025-02-18'],
    [{ kind: 'day', day: '2025-02-21', articles: 0 }, 'Feb 21, 2025 (0 articles)', '2025-02-21'],
  ])('names %j', (choice, name, value) => {
    expect(named(choice)).toEqual([{ name, value }]);
  });

  it('writes days and languages as the reader does', () => {
    const choices: Choice[] = [
      { kind: 'language', language: 'de', articles: 1 },
      { kind: 'day', day: '2025-02-18', articles: 2 },
    ];
    const names = (locale: string) => namedChoices(choices, { phrases: en, locale }).map(({ name }) => name);
    expect(names('en-GB')).toEqual(['German (1)', '18 Feb 2025 (2 articles)']);
    expect(names('fr')).toEqual(['allemand (1)', '18 févr. 2025 (2 articles)']);
  });

  it('cuts a title that is too long, and leaves whose it is', () => {
    const [choice] = named(article({ ...KYIV, title: '📰'.repeat(80) }));
    expect(choice?.name).toBe(`${'📰'.repeat(31)}… — The Kyiv Independent, Feb 26, 2025`);
    const [other] = named(article({ ...KYIV, publisher: 'The Times of '.repeat(9) }));
    expect(other?.name).toBe('Ukraine not on agenda — The Times of The Times of The Times of…, Feb 26, 2025');
  });

  it('shows what looks alike, or stands for the same, once', () => {
    const long = 'The Times of '.repeat(12);
    const publisher = (name: string): Choice => ({
      kind: 'publisher',
      publisher: name,
      articles: 1,
      newest: null,
    });
    expect(named(article({ id: 'a', ...KYIV }), article({ id: 'b', ...KYIV }))).toHaveLength(1);
    expect(named(publisher(`${long}x`), publisher(`${long}y`))).toHaveLength(1);
    expect(named(publisher('A'), publisher('B'), publisher('A'))).toHaveLength(2);
  });

  it('shows 25 at most', () => {
    const many = Array.from({ length: 30 }, (_, i) => article({ id: `${i}`, title: `Talks ${i}` }));
    expect(named(...many)).toHaveLength(25);
  });

  it('keeps within the limits of Discord, whatever is in the archive, and what is chosen is found', () => {
    const text = fc.string({ unit: 'binary', maxLength: 130 });
    const known = fc.record({ title: fc.option(text), publisher: fc.option(text), text });
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 5 }), (facts) => {
        const articles = facts.map((one, i) => makeArticle({ id: `id${i}`, ...one }));
        const catalogue = new Catalogue(articles);
        const choices = named(...catalogue.articles(''), ...catalogue.publishers(''));
        for (const { name, value } of choices) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(100);
          expect(value.length).toBeGreaterThan(0);
          expect(value.length).toBeLessThanOrEqual(100);
        }
        for (const { value: publisher } of named(...catalogue.publishers(''))) {
          expect(articleFilter({ publisher }, articles)).not.toBeNull();
        }
      }),
      { numRuns: 40 },
    );
  });
});
