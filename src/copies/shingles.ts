import { unitsOf } from '../words/units.js';

/** A text by its shingles, the runs of five words that stand in it: each as a number of 32 bits, ascending, each once. */
export type Shingles = Uint32Array;

/**
 * What is kept of a text to find its copies: first how many shingles it has, and then some of them, chosen so that two
 * texts with a long run of words in common have one in common.
 */
export type Sketch = Uint32Array;

/**
 * So many words are a shingle. Shorter runs stand in many articles of one subject ("the President of the United
 * States"); longer ones are lost by each word that an editor changes.
 */
const WORDS = 5;

/**
 * Of so many neighbouring shingles the one with the lowest number is in the sketch (winnowing: Schleimer, Wilkerson and
 * Aiken 2003). Two texts with 16 words in a row in common so have one in common for certain, and a sketch holds about
 * every seventh shingle.
 */
const WINDOW = 12;

/**
 * The shingles of a text (Broder 1997, "On the resemblance and containment of documents"), in any script: where words are
 * not divided by spaces, runs of characters. Capitals and punctuation do not count. A text of fewer words is one shingle.
 */
export function shinglesOf(text: string): Shingles {
  return ascending(runsOf(text));
}

export function sketchOf(text: string): Sketch {
  const runs = runsOf(text);
  const chosen = ascending(lowest(runs));
  const sketch = new Uint32Array(1 + chosen.length);
  sketch[0] = ascending(runs).length;
  sketch.set(chosen, 1);
  return sketch;
}

/** The shingles of a text in their order, with repeats. */
function runsOf(text: string): Uint32Array {
  const units = unitsOf(text);
  const hashes = new Int32Array(units.length);
  for (const [i, unit] of units.entries()) hashes[i] = hashOf(unit);
  if (hashes.length === 0) return new Uint32Array();
  const shingles = new Uint32Array(Math.max(1, hashes.length - WORDS + 1));
  for (let i = 0; i < shingles.length; i++) {
    let shingle = 0;
    const end = Math.min(i + WORDS, hashes.length);
    for (let j = i; j < end; j++) shingle = (Math.imul(shingle, FACTOR) + (hashes[j] as number)) | 0;
    shingles[i] = mixed(shingle);
  }
  return shingles;
}

/** How many shingles two texts have in common. */
export function countShared(one: Shingles, other: Shingles): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const difference = (one[i] as number) - (other[j] as number);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}

/** Any large odd number does: by it the order of words counts. */
const FACTOR = 0x9e3779b1;

/** FNV-1a, of UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Spreads a number over all 32 bits (the end of MurmurHash3, Austin Appleby). */
function mixed(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The lowest shingle of each window, in one pass but for where the lowest leaves it. */
function lowest(shingles: Uint32Array): Uint32Array {
  const chosen: number[] = [];
  let at = -1;
  for (let end = Math.min(WINDOW, shingles.length); end <= shingles.length; end++) {
    const start = Math.max(0, end - WINDOW);
    const from = at < start ? start : end - 1;
    const before = at;
    if (at < start) at = start;
    for (let i = from; i < end; i++) if ((shingles[i] as number) < (shingles[at] as number)) at = i;
    if (at !== before) chosen.push(shingles[at] as number);
  }
  return Uint32Array.from(chosen);
}

function ascending(numbers: Uint32Array): Uint32Array {
  numbers.sort();
  let count = 0;
  for (const number of numbers) if (count === 0 || number !== numbers[count - 1]) numbers[count++] = number;
  return numbers.slice(0, count);
}
