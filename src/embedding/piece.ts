/** What a tokenizer makes of a part of a word. */
export interface Piece {
  text: string;
  startsWord: boolean;
  /** No piece that the model knows: a letter of a script that it was not trained on. */
  isUnknown: boolean;
  /** How much a question says with it: from 0, for what stands in every text, to some 10. */
  weight: number;
}

/** What a tokenizer knows of its pieces, in the library's own names. */
export interface Vocabulary {
  /** The pieces, by their ids. */
  vocab: string[];
  tokens_to_ids: Map<string, number>;
  unk_token_id?: number;
  /** Of a unigram tokenizer: the logarithm of each piece's probability, by its id. */
  scores?: number[];
}

/**
 * What is subtracted from a piece's surprisal: the pieces that are as frequent as `e^-6` in all languages together are
 * punctuation, endings, and the most frequent words of some languages. Chosen on XQuAD (English and Spanish) of 4 to 8.
 */
const COMMONPLACE = 6;

/** The mark with which SentencePiece begins a word. */
const WORD_START = '▁';

/**
 * Reads the pieces of a text from their ids. A unigram tokenizer (Kudo 2018, "Subword Regularization", arXiv
 * 1804.10959) knows how probable each piece is over the texts that it was trained on, in all languages: an inverse
 * document frequency that needs neither an archive nor lists of stop words. With other tokenizers all weigh the same.
 */
export function piecesOf(ids: number[], { vocab, unk_token_id, scores }: Vocabulary): Piece[] {
  const pieces = ids.map((id): Piece => {
    const isUnknown = id === unk_token_id;
    const text = vocab[id] ?? '';
    const surprisal = -(scores?.[id] ?? -(COMMONPLACE + 1));
    return {
      text: text.replace(WORD_START, ''),
      startsWord: text.startsWith(WORD_START),
      isUnknown,
      weight: isUnknown ? 0 : Math.max(0, surprisal - COMMONPLACE),
    };
  });
  return pieces.some(({ weight }) => weight > 0) ? pieces : pieces.map((piece) => ({ ...piece, weight: 1 }));
}

/** Whether a tokenizer knows a word, in this spelling, as one piece. */
export function isKnownWord(word: string, { tokens_to_ids }: Vocabulary): boolean {
  return tokens_to_ids.has(WORD_START + word);
}
