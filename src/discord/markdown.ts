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

/** The text that was escaped: every backslash in it is one of ours, or stands after one. */
export function unescapedMarkdown(markdown: string): string {
  return markdown.replace(/\\(.)/gsu, '$1');
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

/** Of an address that is linked to: Discord takes no longer one for a button either ("Component Reference"). */
export const LONGEST_ADDRESS = 512;

/**
 * A link under a word of ours: text from an article might hold brackets, which no backslash saves there. For the same
 * reason nothing from an article may follow it on its line.
 * @returns null where the address is none of the web, or too long
 */
export function link(word: string, address: string): string | null {
  const url = webAddress(address);
  return url === null || url.length > LONGEST_ADDRESS ? null : `[${word}](${url})`;
}

/** An address as it can stand in the brackets of a link; null where it is none of the web. */
export function webAddress(address: string): string | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).href.replace(/[()<>\\]/g, percentEncoded);
}

/** A character of ASCII as an address holds it: "%28". */
export const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** One line of text, escaped, and cut with an ellipsis where it would take more room than that. */
export function escapedWithin(text: string, room: number): string {
  // Escaped, a text is never shorter.
  const whole = text.length <= room ? escapeMarkdown(text) : null;
  if (whole !== null && whole.length <= room) return whole;
  const characters = Array.from(text.slice(0, room));
  const cut = (count: number): string => `${escapeMarkdown(characters.slice(0, count).join('').trimEnd())}…`;
  let [fitting, tooMany] = [0, characters.length];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (cut(middle).length <= room) fitting = middle;
    else tooMany = middle;
  }
  return cut(fitting);
}

/** The letters of scripts that are written from right to left, by the blocks of Unicode that are kept for them. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A name within a line of ours. One that is written from right to left would take the points, the dates and the numbers
 * beside it along, and turn the line round; between U+2068 and U+2069 it keeps its direction to itself. Only names get
 * these marks, and only where they need them: quotes and questions have lines of their own, and whoever copies them is
 * to have nothing but their characters.
 */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}
