/** More than anybody asks for. */
const TOO_MANY = 255;

/**
 * How many letters of what is typed so far are wrong, if it is to be a word or the beginning of one: changed, missing,
 * too many, or swapped with the next one (optimal string alignment, whose last row is free to end anywhere). Only those
 * cells of its table are worked out that can hold no more than `most`, since this is asked of all words there are.
 * @returns what to ask of each word; null where more than `most` are wrong
 */
export function spellingErrors(typed: string, most: number): (word: string) => number | null {
  const width = typed.length + most + 2;
  let [before, above, current] = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  return (word) => {
    for (let column = 0; column < width; column++) above[column] = column;
    let least = 0;
    for (let row = 1; row <= typed.length; row++) {
      const first = Math.max(1, row - most);
      const last = Math.min(word.length, row + most);
      least = first === 1 ? row : TOO_MANY;
      current[first - 1] = least;
      for (let column = first; column <= last; column++) {
        const isSame = typed[row - 1] === word[column - 1];
        let errors = Math.min(
          at(above, column - 1) + (isSame ? 0 : 1),
          at(above, column) + 1,
          at(current, column - 1) + 1,
        );
        const isSwapped =
          row > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
        if (isSwapped) errors = Math.min(errors, at(before, column - 2) + 1);
        current[column] = errors;
        least = Math.min(least, errors);
      }
      // No later row has less.
      if (least > most) return null;
      current[last + 1] = TOO_MANY;
      [before, above, current] = [above, current, before];
    }
    return least;
  };
}

const at = (row: Uint8Array, column: number): number => row[column] as number;
