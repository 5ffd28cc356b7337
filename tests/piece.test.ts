import { beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../src/embedding/embedder.js';
import { isKnownWord, piecesOf, type Vocabulary } from '../src/embedding/piece.js';
import { loadModel } from './model.js';

const VOCAB = ['<unk>', '▁the', '▁Mer', 'kel', '?'];
/** A tokenizer that knows a few pieces. */
const tokenizer = (scores?: number[]): Vocabulary => {
  const tokens_to_ids = new Map(VOCAB.map((text, id) => [text, id]));
  return { vocab: VOCAB, unk_token_id: 0, tokens_to_ids, ...(scores && { scores }) };
};
const weights = (ids: number[], scores?: number[]): number[] =>
  piecesOf(ids, tokenizer(scores)).map(({ weight }) => weight);

describe('piecesOf', () => {
  const SCORES = [0, -3, -14.5, -9, -6];

  it('tells the text of a piece, whether it begins a word, and whether the model knows it', () => {
    expect(piecesOf([2, 3, 0], tokenizer(SCORES))).toEqual([
      { text: 'Mer', startsWord: true, isUnknown: false, weight: 8.5 },
      { text: 'kel', startsWord: false, isUnknown: false, weight: 3 },
      { text: '<unk>', startsWord: false, isUnknown: true, weight: 0 },
    ]);
  });

  it('weighs a piece by how much rarer it is than what stands in every text', () => {
    expect(weights([1, 2, 3, 4], SCORES)).toEqual([0, 8.5, 3, 0]);
  });

  it('weighs all the same where the question has nothing but what stands in every text', () => {
    expect(weights([1, 1, 4], SCORES)).toEqual([1, 1, 1]);
    expect(weights([0], SCORES)).toEqual([1]);
  });

  it('weighs all but unknown ones the same where the tokenizer does not know how frequent they are', () => {
    expect(weights([1, 2, 0])).toEqual([1, 1, 0]);
    expect(weights([])).toEqual([]);
  });
});

describe('isKnownWord', () => {
  it('is true of a word that is one piece, at its start', () => {
    expect(isKnownWord('the', tokenizer())).toBe(true);
    expect(isKnownWord('The', tokenizer())).toBe(false);
    expect(isKnownWord('kel', tokenizer())).toBe(false);
    expect(isKnownWord('Merkel', tokenizer())).toBe(false);
  });
});

describe('the pieces of the real model', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await loadModel();
  });

  it('are one for each token of a question, without those of the prompt', async () => {
    const { pieces, tokens } = await embedder.encodeQuestion('Who led the delegation?');
    expect(pieces.map(({ text, startsWord }) => (startsWord ? `_${text}` : text))).toEqual([
      '_Who',
      '_led',
      '_the',
      '_delega',
      'tion',
      '?',
    ]);
    expect(tokens.count).toBe(6);
  });

  it('weigh a name more than an article, and an ending less than a stem', async () => {
    const { pieces } = await embedder.encodeQuestion('The talks with Lavrov');
    const weightOf = (text: string): number => pieces.find((piece) => piece.text === text)?.weight ?? -1;
    expect(weightOf('Lavrov')).toBeGreaterThan(weightOf('talk'));
    expect(weightOf('talk')).toBeGreaterThan(weightOf('s'));
    expect(weightOf('Lavrov')).toBeCloseTo(8.05, 1);
  });

  it.each([
    ['Хто очолював делегацію?', false],
    ['Zażółć gęślą jaźń', false],
    ['ماذا', true],
    ['你好', true],
    ['😀', true],
  ])('of %j include some that it does not know: %s', async (text, isUnknown) => {
    const { pieces } = await embedder.encodeQuestion(text);
    expect(pieces.some((piece) => piece.isUnknown)).toBe(isUnknown);
  });

  it.each([
    ['the', true],
    ['Merkel', true],
    ['merkel', false],
    ['xyzzy', false],
  ])('has %s as one piece: %s', (word, isKnown) => {
    expect(embedder.isKnownWord(word)).toBe(isKnown);
  });
});
