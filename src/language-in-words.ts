/**
 * The name of a language by its BCP 47 tag, or the tag as it was written where it has none.
 * @param locale in which the name is given
 */
export function languageInWords(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
