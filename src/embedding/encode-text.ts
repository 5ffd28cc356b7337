import type { Embedder } from './embedder.js';
import { quantise } from './quantise.js';

/** A text to embed. */
export interface Text {
  text: string;
  /** Offsets at which its parts end; null where its tokens are not wanted, but the vector of the whole alone. */
  ends: number[] | null;
}

/** What a model made of a text. */
export interface EncodedText {
  /** Of length 1. */
  vector: number[];
  /** The states of its tokens, a row each, and at which token each part ends; empty where they are not wanted. */
  rows: Int8Array;
  partEnds: number[];
}

/**
 * Embeds texts, in any order.
 * @param onEncoded told of each, by its position, as soon as it is done
 */
export type EncodeTexts = (
  texts: Text[],
  onEncoded: (position: number, encoded: EncodedText) => void,
) => Promise<void>;

export async function encodeText({ text, ends }: Text, embedder: Embedder): Promise<EncodedText> {
  const { vector, tokens, partEnds } = await embedder.encodePassage(text, ends ?? []);
  if (ends === null) return { vector, rows: new Int8Array(), partEnds: [] };
  return { vector, rows: quantise(tokens), partEnds: [...partEnds, tokens.count] };
}
