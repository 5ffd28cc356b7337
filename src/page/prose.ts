/** A sentence's end in the scripts that mark it, and what may close after it. */
const SENTENCE_END = /[.!?…。．！？｡؟۔।॥։።၊။][\s"'”’»›)\]」』】〉》*]*$/u;
/** Characters of scripts in which one stands for a word or a syllable. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** The least weight of a paragraph, roughly in letters: with a sentence's end, and without. */
const SENTENCE = 50;
const PARAGRAPH = 140;

/** Whether a line is a sentence or more, and not a label, a heading or a name. */
export function isProse(text: string): boolean {
  return weightOf(text) >= (endsSentence(text) ? SENTENCE : PARAGRAPH);
}

export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** The length of a text as if it were written in letters. */
export function weightOf(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0);
}
