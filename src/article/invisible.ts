/** Characters that end a line on some system, all read as a line feed. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * Control characters other than tab and line feed, and characters that take no room or change the direction of
 * writing: they hide words from a reader, split them for a search, or turn a quote round. U+200D stays where it
 * holds two pictographs together, as in the emoji of a family.
 */
const INVISIBLE = new RegExp(
  [
    '[\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u009F]',
    '[\\u00AD\\u061C\\u180E\\u200B\\u200C\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]',
    '(?<!\\p{Extended_Pictographic}\\uFE0F?\\p{Emoji_Modifier}?)\\u200D',
    '\\u200D(?!\\p{Extended_Pictographic})',
  ].join('|'),
  'gu',
);

/** The text without control, zero-width and direction-changing characters, its line ends as line feeds. */
export function withoutInvisible(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(INVISIBLE, '');
}

/** The same for a piece of one line, such as a title: white space is folded and trimmed. */
export function oneLine(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, ' ').trim();
}
