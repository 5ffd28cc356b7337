/** File names and errors may hold anything, also what moves a terminal's cursor. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\uFFFD');
}
