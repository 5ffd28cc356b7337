import type { Embedder } from '../embedding/embedder.js';
import { type Passage, withHeading } from '../passage.js';
import { type PassageTokens, quantise } from './token-states.js';

/** What a model made of a passage. */
export interface EncodedPassage {
  vector: number[];
  tokens: PassageTokens;
}

/** What the model made of passages before, by their keys. */
export type Known = Map<string, EncodedPassage>;

/** Passages with the same key are encoded alike: they have the same heading and text, cut into the same sentences. */
export function keyOf({ pageContent, metadata }: Passage): string {
  return `${metadata.sentences.map(({ end }) => end - metadata.start)}\n${metadata.heading}\n${pageContent}`;
}

/**
 * Encodes passages, except for those that are known.
 * @param onPassage told how many are done, before each
 * @returns what is known or was made of each, in their order, and how many were encoded
 */
export async function encodePassages(
  passages: Passage[],
  known: Known,
  embedder: Embedder,
  onPassage: (done: number) => void,
): Promise<{ encoded: EncodedPassage[]; count: number }> {
  const encoded: EncodedPassage[] = [];
  let count = 0;
  for (const passage of passages) {
    onPassage(encoded.length);
    const before = known.get(keyOf(passage));
    if (!before) count++;
    encoded.push(before ?? (await encode(passage, embedder)));
  }
  return { encoded, count };
}

async function encode(passage: Passage, embedder: Embedder): Promise<EncodedPassage> {
  const { metadata } = passage;
  const { text, start } = withHeading(passage);
  const { vector, tokens } = await embedder.encodePassage(text);
  const inner = metadata.sentences.slice(0, -1).map(({ end }) => start + end - metadata.start);
  const partEnds = [...embedder.tokensUpTo(text, [start, ...inner]), tokens.count];
  return { vector, tokens: { rows: quantise(tokens), partEnds } };
}
