import { inverted, type Lists, listsOf } from './lists.js';
import { soundOf, toLatin } from './words/letters.js';
import { spellingErrors } from './words/spelling-errors.js';
import { unitsOf } from './words/units.js';

/** As many as Discord shows (Discord's documentation, "Autocomplete"). */
export const MOST = 25;

/** What is typed beyond this tells nothing new, and each word takes its time. */
const LONGEST = 200;
const MOST_WORDS = 10;

/**
 * Finds things by what is typed so far of their names: the beginnings of some words, in any order, in any script, with
 * or without accents. Where no name has them all, the likeliest spellings are taken. The words of 10,000 articles are
 * gone through in some milliseconds, so that no index is needed but of which names hold them.
 */
export class NameSearch<Thing> {
  /** All words of the names: in Latin letters, and as they sound. */
  private readonly words: { latin: string; sound: string }[];
  /** The things in whose names each word stands. */
  private readonly holders: Lists;
  /** The whole names, in Latin letters. */
  private readonly names: string[];

  /** @param things in the order in which they are found, where they fit alike */
  constructor(
    private readonly things: readonly Thing[],
    nameOf: (thing: Thing) => string,
  ) {
    const latin = latinWords();
    const numbers = new Map<string, number>();
    const names = things.map((thing) => latin(nameOf(thing)));
    const lists = names.map((words) => {
      const held = words.map((word) => {
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        return number;
      });
      return [...new Set(held)];
    });
    this.names = names.map((words) => words.join(' '));
    this.words = [...numbers.keys()].map((word) => ({ latin: word, sound: soundOf(word) }));
    this.holders = inverted(listsOf(lists), numbers.size);
  }

  /** The things whose names fit what is typed, the best first; where no word is typed, the first ones. */
  find(typed: string): Thing[] {
    const words = latinWords()(typed.slice(0, LONGEST)).slice(0, MOST_WORDS);
    if (words.length === 0) return this.things.slice(0, MOST);
    const found = this.asTyped(words);
    const places = found.length > 0 ? found : this.misspelt(words);
    return places.slice(0, MOST).flatMap((place) => this.things[place] ?? []);
  }

  /** Those that hold all of it as words or their beginnings; first those whose names begin with all of it. */
  private asTyped(words: string[]): number[] {
    const held = new Uint8Array(this.things.length);
    for (const [before, typed] of words.entries()) {
      for (const [number, { latin }] of this.words.entries()) {
        if (!latin.startsWith(typed)) continue;
        for (const place of this.holders.get(number)) if (held[place] === before) held[place] = before + 1;
      }
    }
    const start = words.join(' ');
    const begins = (place: number): number => (this.names[place]?.startsWith(start) ? 0 : 1);
    return placesOf(held, words.length).sort((one, other) => begins(one) - begins(other));
  }

  /** Those that hold most of the words with few letters wrong, where that is more than half of them. */
  private misspelt(words: string[]): number[] {
    const [held, wrong] = [new Uint8Array(this.things.length), new Uint8Array(this.things.length)];
    for (const typed of words) {
      const least = new Uint8Array(this.things.length).fill(NOT_HELD);
      const errorsIn = soundErrors(soundOf(typed));
      for (const [number, word] of this.words.entries()) {
        const errors = word.latin.startsWith(typed) ? 0 : errorsIn(word.sound);
        if (errors === null) continue;
        for (const place of this.holders.get(number)) {
          if (errors < (least[place] as number)) least[place] = errors;
        }
      }
      for (const [place, errors] of least.entries()) {
        if (errors === NOT_HELD) continue;
        held[place] = (held[place] as number) + 1;
        wrong[place] = (wrong[place] as number) + errors;
      }
    }
    const most = held.reduce((one, other) => Math.max(one, other), 0);
    if (most * 2 <= words.length) return [];
    return placesOf(held, most).sort((one, other) => (wrong[one] as number) - (wrong[other] as number));
  }
}

const NOT_HELD = 255;

/**
 * How many letters are wrong; null where too many are: as Typesense, a search engine, has it, from one in 4 letters, and
 * from two in 7. Three have to sound alike. A number is another number with any error.
 */
function soundErrors(typed: string): (word: string) => number | null {
  if (typed.length < 3 || /\d/.test(typed)) return () => null;
  return spellingErrors(typed, typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2);
}

/** Reads the words of texts in small Latin letters; each word is worked out once. */
function latinWords(): (text: string) => string[] {
  const known = new Map<string, string>();
  return (text) =>
    unitsOf(text).flatMap((word) => {
      const latin = known.get(word) ?? toLatin(word);
      known.set(word, latin);
      return latin === '' ? [] : latin;
    });
}

function placesOf(counts: Uint8Array, wanted: number): number[] {
  const places: number[] = [];
  for (const [place, count] of counts.entries()) if (count === wanted) places.push(place);
  return places;
}
