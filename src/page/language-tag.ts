/**
 * The first of some texts that is a language's tag, in its canonical form: "pt_br" gives "pt-BR".
 * @returns a BCP 47 tag, or null: BCP 47 allows for languages of up to eight letters, of which there are none
 */
export function languageTag(texts: string[]): string | null {
  for (const text of texts) {
    try {
      const [canonical] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'));
      if (canonical && /^(?!und|zxx|mul)[a-z]{2,3}(?:-|$)/.test(canonical)) return canonical;
    } catch {}
  }
  return null;
}
