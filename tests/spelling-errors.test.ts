import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellingErrors } from '../src/words/spelling-errors.js';

describe('spellingErrors', () => {
  it.each([
    ['independent', 'independent', 0],
    ['indep', 'independent', 0],
    ['', 'independent', 0],
    // Changed, missing, too many, swapped: one each.
    ['indap', 'independent', 1],
    ['idep', 'independent', 1],
    ['inndep', 'independent', 1],
    ['idnep', 'independent', 1],
    ['nidep', 'independent', 1],
    ['idnap', 'independent', 2],
    ['independents', 'independent', 1],
    ['independent', 'indep', null],
    ['abc', 'independent', null],
    ['x', '', 1],
  ])('takes %j for %j with %j errors', (typed, word, errors) => {
    expect(spellingErrors(typed, 2)(word)).toBe(errors);
  });

  it('finds none beyond the most that is allowed', () => {
    expect(spellingErrors('idnap', 1)('independent')).toBeNull();
    expect(spellingErrors('indap', 0)('independent')).toBeNull();
  });

  it('finds at most one error after any one mistake', () => {
    const letter = fc.constantFrom(...'abc');
    const word = fc.array(letter, { minLength: 1, maxLength: 8 });
    const mistake = fc.constantFrom('change', 'miss', 'add', 'swap');
    const place = fc.nat(7);
    fc.assert(
      fc.property(word, fc.nat(8), mistake, place, letter, (letters, length, kind, where, other) => {
        const typed = letters.slice(0, length);
        const at = Math.min(where, typed.length);
        if (kind === 'change') typed.splice(at, 1, other);
        if (kind === 'miss') typed.splice(at, 1);
        if (kind === 'add') typed.splice(at, 0, other);
        if (kind === 'swap') typed.splice(at, 2, ...typed.slice(at, at + 2).reverse());
        expect(spellingErrors(typed.join(''), 2)(letters.join(''))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
