/**
 * A name as people type it: its words in small letters, without accents and marks between them ("Żurnal", "zurnal").
 * Names that fold alike are the same name; one without any word stays as it is.
 */
export function folded(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? name.trim();
}
