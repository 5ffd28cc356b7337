/** A stand-in for as long as Markdown is read as plain text. */
export function toMarkdown(text: string): string {
  return text;
}
