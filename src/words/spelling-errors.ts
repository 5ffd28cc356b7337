/**
 * How many letters of what is typed so far are wrong, if it is to be a word or the beginning of one: changed, missing,
 * too many, or swapped with the next one (optimal string alignment, whose last row is free to end anywhere).
 * @returns null where more than `most` are wrong
 */
export function spellingErrors(typed: string, word: string, most: number): number | null {
  // What is typed can be the beginning of so many letters at most.
  const width = Math.min(word.length, typed.length + most) + 1;
  let before: number[] = [];
  let above = Array.from({ length: width }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column < width; column++) {
      const isSame = typed[row - 1] === word[column - 1];
      let errors = Math.min(
        at(above, column - 1) + (isSame ? 0 : 1),
        at(above, column) + 1,
        at(current, column - 1) + 1,
      );
      const isSwapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (row > 1 && column > 1 && isSwapped) errors = Math.min(errors, at(before, column - 2) + 1);
      current.push(errors);
      least = Math.min(least, errors);
    }
    // No later row has less.
    if (least > most) return null;
    before = above;
    above = current;
  }
  return Math.min(...above);
}

const at = (row: number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
