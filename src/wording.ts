/** Numbers as a language writes them: "1,200", "1 200". */
export function numberOf(tag: string): (value: number) => string {
  const format = new Intl.NumberFormat(tag);
  return (value) => format.format(value);
}

/** Things in a row, as a language lists them: "a, b or c". */
export function listOf(tag: string, type: 'conjunction' | 'disjunction'): (things: string[]) => string {
  const format = new Intl.ListFormat(tag, { type });
  return (things) => format.format(things);
}

/** The forms of a noun by the plural rules of the Unicode CLDR; `other` is the one for all that have none of their own. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** A number with its noun: in Polish "1 artykuł", "2 artykuły", "5 artykułów". */
export function countOf(tag: string): (value: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(tag);
  const number = numberOf(tag);
  return (value, forms) => `${number(value)} ${forms[rules.select(value)] ?? forms.other}`;
}

/**
 * Things of which there is none, as languages say it that have a word of their own for the last "or": "a, b ni c".
 * @param nor that word
 */
export function noneOf(nor: string): (things: string[]) => string {
  return (things) => [things.slice(0, -1).join(', '), ...things.slice(-1)].filter(Boolean).join(` ${nor} `);
}
