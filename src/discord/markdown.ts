/**
 * What Discord would take for formatting, anywhere in a line: emphasis, code, strike-through, spoilers; mentions,
 * timestamps, custom emoji and links in angle brackets; masked links, @everyone and @here, names of emoji between
 * colons, and what makes an address a link.
 */
const ANYWHERE = /[\\*_`~<[]|(?<=\|)\||@(?=everyone|here)|:(?=\/\/|[^\s:]*:)/g;

/** What is formatting at the start of a line only: quotes, headings, small print, lists. */
const AT_THE_START = /^(\s*)(?:([>#+-])|(\d+)([.)]))/gm;

/**
 * A text in Discord's Markdown that is shown as it is, every character of it. A backslash before a character that is
 * no letter, digit or space shows just that character, by the rule that Discord took from simple-markdown.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ANYWHERE, '\\$&')
    .replace(AT_THE_START, (_, space: string, mark: string | undefined, number: string, point: string) =>
      mark ? `${space}\\${mark}` : `${space}${number}\\${point}`,
    );
}

/** Every line of a text as a quotation. */
export function quoted(markdown: string): string {
  return markdown.replace(/^/gm, '> ');
}

/** A text in bold, escaped, line by line: then it stays bold in a quotation. */
export function bold(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `**${escapeMarkdown(line)}**`))
    .join('\n');
}

const LONGEST_LINK = 180;

/**
 * A link under a word of ours: text from an article might hold brackets, which no backslash saves there.
 * @returns null where the address is none, or so long that it would take the place of the answer
 */
export function link(word: string, address: string): string | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address).href.replace(/[()<>\\]/g, percentEncoded);
  return url.length > LONGEST_LINK ? null : `[${word}](${url})`;
}

const percentEncoded = (character: string): string => `%${character.charCodeAt(0).toString(16)}`;

/** One line of text, escaped, and cut with an ellipsis where it would take more room than that. */
export function escapedWithin(text: string, room: number): string {
  const whole = escapeMarkdown(text);
  if (whole.length <= room) return whole;
  const characters = Array.from(text.slice(0, room));
  let cut: string;
  do {
    characters.pop();
    cut = `${escapeMarkdown(characters.join('').trimEnd())}…`;
  } while (cut.length > room);
  return cut;
}
