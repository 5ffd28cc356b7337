/** A stand-in: texts in UTF-8. */
export function decodeText(content: Buffer): string {
  return content.toString('utf8');
}
