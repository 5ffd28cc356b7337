import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Piece } from '../src/embedding/piece.js';
import { unmentionedNames } from '../src/names.js';
import { TermIndex } from '../src/words/term-index.js';
import { openRealLibrary, type RealLibrary } from './real-library.js';

const TERMS = TermIndex.of(['Lavrov met Zelensky in Kyiv.']);
/** Words that the model of these tests knows as one piece. */
const KNOWN = new Set(['who', 'met', 'did', 'meet', 'chef', 'Chef', 'Merkel', 'Bob', 'and', 'in']);

/** The names that are not mentioned, of pieces with their best cosines: "▁Mer" begins a word. */
function unmentioned(...pieces: [text: string, cosine: number][]): string[] {
  return unmentionedWhere(null, pieces);
}

function unmentionedWhere(
  isSearched: ((position: number) => boolean) | null,
  pieces: [text: string, cosine: number][],
): string[] {
  const made = pieces.map(([text]): Piece => {
    return { text: text.replace('▁', ''), startsWord: text.startsWith('▁'), isUnknown: false, weight: 1 };
  });
  const best = Float64Array.from(pieces, ([, cosine]) => cosine);
  const isKnown = (word: string): boolean => KNOWN.has(word);
  return unmentionedNames(made, best, TERMS, isKnown, isSearched).map(({ name }) => name);
}

describe('unmentionedNames', () => {
  it('are looked for only in the passages that are searched', () => {
    const pieces: [string, number][] = [
      ['▁Who', 0],
      ['▁met', 0],
      ['▁in', 0],
      ['▁Kiew', 0.39],
    ];
    expect(unmentionedWhere((position) => position === 0, pieces)).toEqual([]);
    expect(unmentionedWhere(() => false, pieces)).toEqual(['Kiew']);
  });

  it('joins the pieces of a word, and takes the mean of their cosines', () => {
    expect(unmentioned(['▁Who', 0.5], ['▁met', 0.5], ['▁Mac', 0.8], ['ron', 0.9], ['?', 0.1])).toEqual([
      'Macron',
    ]);
    expect(unmentioned(['▁Who', 0.5], ['▁met', 0.5], ['▁Mac', 0.9], ['ron', 0.9], ['?', 0.1])).toEqual([]);
  });

  it('joins first and last name, and keeps others apart', () => {
    expect(unmentioned(['▁Who', 0], ['▁met', 0], ['▁Angela', 0], ['▁Merkel', 0], ['?', 0])).toEqual([
      'Angela Merkel',
    ]);
    expect(unmentioned(['▁Who', 0], ['▁met', 0], ['▁Angela', 0], ['▁and', 0], ['▁Merkel', 0])).toEqual([
      'Angela',
      'Merkel',
    ]);
  });

  it('asks less of what a name means where it is spelt like a word of the articles', () => {
    // Kiew and Kyiv are spelt alike, half of which is counted.
    expect(unmentioned(['▁Who', 0], ['▁met', 0], ['▁in', 0], ['▁Kiew', 0.39])).toEqual([]);
    expect(unmentioned(['▁Who', 0], ['▁met', 0], ['▁in', 0], ['▁Kiew', 0.37])).toEqual(['Kiew']);
    expect(unmentioned(['▁Who', 0], ['▁met', 0], ['▁Лавров', 0.39])).toEqual([]);
  });

  it('takes no word for a name that the model knows in small letters, and none of two letters', () => {
    expect(unmentioned(['▁Who', 0], ['▁met', 0], ['▁Chef', 0])).toEqual([]);
    expect(unmentioned(['▁Who', 0], ['▁met', 0], ['▁Xi', 0])).toEqual([]);
    expect(unmentioned(['▁Who', 0], ['▁met', 0], ['▁NATO', 0])).toEqual([]);
  });

  it('reads a name in small letters, and one at the start of a sentence, where the model knows it as a name', () => {
    expect(unmentioned(['▁who', 0], ['▁met', 0], ['▁merkel', 0])).toEqual(['merkel']);
    expect(unmentioned(['▁who', 0], ['▁met', 0], ['▁blorb', 0])).toEqual([]);
    expect(unmentioned(['▁Merkel', 0], ['▁met', 0], ['?', 0], ['▁Bob', 0])).toEqual(['Merkel', 'Bob']);
    expect(unmentioned(['▁Blorb', 0], ['?', 0])).toEqual([]);
    expect(unmentioned(['▁Who', 0], ['▁met', 0], ['▁Lavrov', 1], ['▁merkel', 0])).toEqual([]);
  });
});

describe('the names of a question about the four articles', () => {
  let library: RealLibrary;
  beforeAll(async () => {
    library = await openRealLibrary(inject('indexDir'));
  });

  it.each([
    ['What did Merkel say at the talks?', ['Merkel']],
    ['what did angela merkel say', ['angela merkel']],
    ['Was sagte Merkel bei den Gesprächen?', ['Merkel']],
    ['Что сказала Меркель?', ['Меркель']],
    ['¿Qué dijo Merkel en Riad?', ['Merkel']],
    ['What did Orban and Meloni say about the talks?', ['Orban', 'Meloni']],
    ['Wann war Lawrow in Kiew?', []],
    ['Что сказал Лавров в Киеве?', []],
    ['Що сказав Лавров у Києві?', []],
    ['Is Emmanuel Macron mentioned?', []],
    ['Selenskyj spricht', []],
    ['Who led the Russian delegation in Riyadh?', []],
  ])('that no article mentions are in %j %j', async (question, names) => {
    const { question: facts } = await library.search(question);
    expect(facts.unmentioned.map(({ name }) => name)).toEqual(names);
  });
});
