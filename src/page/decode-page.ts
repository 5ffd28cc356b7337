/** A stand-in: pages in UTF-8. */
export function decodePage(content: Uint8Array, _contentType: string | null): string {
  return Buffer.from(content).toString('utf8');
}
