/** Writing systems with digits of their own, by their names in Unicode CLDR. */
const SYSTEMS = [
  ...[
    'arab',
    'arabext',
    'beng',
    'deva',
    'fullwide',
    'gujr',
    'guru',
    'khmr',
    'knda',
    'laoo',
    'mlym',
    'mymr',
    'orya',
  ],
  ...['tamldec', 'telu', 'thai', 'tibt'],
];
const DIGITS = new Map(
  SYSTEMS.flatMap((system) => {
    const format = new Intl.NumberFormat(`en-u-nu-${system}`);
    return Array.from({ length: 10 }, (_, digit) => [format.format(digit), String(digit)] as const);
  }),
);

/** A text of the same length with the digits of any script as 0 to 9: "২০২০" becomes "2020". */
export function withLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => DIGITS.get(digit) ?? digit);
}
