import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../src/words/coverage.js';
import { letterPairs, toLatin, wordsOf } from '../src/words/letters.js';
import { TermIndex } from '../src/words/term-index.js';

/** The words among `terms` that are taken for forms of a word. */
const alike = (word: string, terms: string[]): string[] =>
  TermIndex.of([terms.join(' ')])
    .similarTerms(word)
    .map(({ term }) => terms.toSorted()[term] ?? '')
    .sort();

function likenessOf(one: string, other: string): number | undefined {
  return TermIndex.of([other]).similarTerms(one, 0)[0]?.likeness;
}

describe('wordsOf', () => {
  it.each([
    [
      'Who led the U.S.-Russia talks on Feb. 27?',
      ['who', 'led', 'the', 'u', 's', 'russia', 'talks', 'on', 'feb', '27'],
    ],
    ['Хто очолював делегацію в Ер-Ріяді?', ['хто', 'очолював', 'делегацію', 'в', 'ер', 'ріяді']],
    ['Straße, ÉTÉ', ['straße', 'été']],
    ['?! …', []],
  ])('reads the words of %j in small letters', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('letterPairs', () => {
  it('are those of the word in Latin letters, with its start and end', () => {
    expect(toLatin('Зеленський')).toBe('zelenskiy');
    expect(toLatin('Łódź')).toBe('lodz');
    // Numbers, in the order of "lavrov": one of them stands for "av" and another for "ro".
    expect(letterPairs('Лавров')).toEqual(letterPairs('lavrov'));
    expect(letterPairs('lavrov').size).toBe(7);
  });

  it.each([
    ['Kyiv', 'Київ'],
    ['Kiew', 'Kiev'],
    ['Lavrov', 'Lawrow'],
    ['Lavrov', 'Ławrow'],
    ['Lavrov', 'Лавров'],
    ['Zelensky', 'Selenskyj'],
    ['Zelensky', 'Zełenski'],
    ['Zelensky', 'Зеленський'],
    ['Riad', 'Рияд'],
    ['Merkel', 'Меркель'],
  ])('are the same of %s and %s', (one, other) => {
    expect(letterPairs(one)).toEqual(letterPairs(other));
  });
});

describe('similarTerms', () => {
  it.each([
    ['kyiv', 'kiew', 1],
    ['київ', 'киев', 1],
    ['riyadh', 'riad', 8 / 11],
    ['riyadh', 'ріяд', 8 / 11],
    ['riyadh', 'rijadzie', 8 / 13],
    ['drones', 'dream', 4 / 13],
  ])('finds %s and %s alike to %d', (one, other, likeness) => {
    expect(likenessOf(one, other)).toBeCloseTo(likeness, 10);
    expect(alike(one, [other])).toEqual(likeness >= 0.7 ? [other] : []);
  });

  it.each([
    ['переговори', ['переговорів', 'переговорами', 'переклад'], ['переговорами', 'переговорів']],
    ['україна', ['україни', 'україні', 'українець', 'країна'], ['країна', 'україни', 'україні']],
    ['делегація', ['делегацію', 'делегації', 'декларація'], ['делегацію', 'делегації']],
    ['rozmowy', ['rozmów', 'rozmowach', 'umowy'], ['rozmowach', 'rozmów']],
    ['delegacja', ['delegację', 'delegacji', 'deklaracja'], ['delegacji', 'delegację']],
    ['ukraina', ['ukrainie', 'ukrainy', 'rosja'], ['ukrainie', 'ukrainy']],
    ['переговоры', ['переговоров', 'договор'], ['переговоров']],
  ])('takes for forms of %s, of %j, %j', (word, terms, forms) => {
    expect(alike(word, terms)).toEqual(forms);
  });

  it('counts the letter pairs of a word that has more than 255', () => {
    const letters = [...'abdefgklmnoprtuvx'];
    const word = letters.flatMap((one) => letters.map((other) => one + other)).join('');
    expect(letterPairs(word).size).toBeGreaterThan(255);
    expect(alike(`${word}h`, [word])).toEqual([word]);
  });

  it('knows the same word for certain, also where another has the same letter pairs', () => {
    const index = TermIndex.of(['kiew kiev', 'kiev']);
    expect(index.similarTerms('kiev')).toEqual([
      { term: 0, likeness: 1 },
      { term: 1, likeness: 1 },
    ]);
    expect([...index.passagesWith(0)]).toEqual([0, 1]);
    expect([...index.passagesWith(1)]).toEqual([0]);
  });
});

describe('a term index', () => {
  it('is after a save and a load what it was, for any texts', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'talks-terms-'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('Kyiv talks', 'Київ'))),
        async (texts) => {
          const index = TermIndex.of(texts);
          await index.save(directory);
          expect(await TermIndex.load(directory)).toEqual(index);
        },
      ),
      { numRuns: 20 },
    );
    await rm(directory, { recursive: true });
  });
});

describe('coverageOf', () => {
  const index = TermIndex.of(['drones over Riad', 'talks in Istanbul', 'talks']);
  const rare = Math.log(1 + 2.5 / 1.5);
  const often = Math.log(1 + 1.5 / 2.5);

  it('weighs a word the more the rarer it is', () => {
    const { shares, known } = coverageOf('Talks, Istanbul, talks!', index);
    expect(shares).toHaveLength(3);
    expect(shares[0]).toBe(0);
    expect(shares[1]).toBeCloseTo(1, 6);
    expect(shares[2]).toBeCloseTo(often / (often + rare), 6);
    expect(known).toBe(1);
  });

  it('counts a word that only looks alike by the square of its likeness, and one that no passage has', () => {
    const strength = (8 / 11) ** 2;
    const weight = Math.log(1 + (3.5 - strength) / (strength + 0.5));
    const nowhere = Math.log(1 + 3.5 / 0.5);
    const { shares, known } = coverageOf('Riyadh pizza', index);
    expect(shares[0]).toBeCloseTo((weight * strength) / (weight + nowhere), 6);
    expect(Array.from(shares.subarray(1))).toEqual([0, 0]);
    expect(known).toBe(0.5);
  });

  it('is nothing where no word is asked', () => {
    expect(coverageOf('?!', index)).toEqual({ shares: new Float32Array(3), known: 0 });
  });
});
