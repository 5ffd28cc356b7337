import type { Command, Options } from './command.js';

/** What buttons ask for in Discord, and can be typed too. */
const BUTTONS = ['page', 'from'];

/**
 * The options of a command as they are typed behind it: text for its first option, then others by their names, as in
 * "Who came? publisher:The Times after:2025-02-18". One goes on until the next that the command has.
 */
export function readOptions(
  typed: string,
  { definition: { options } }: Pick<Command, 'definition'>,
): Options {
  const [first] = options;
  if (!first) return {};
  const names = [...options.map(({ name }) => name as string), ...BUTTONS];
  const [text = '', ...others] = typed.split(new RegExp(`(?:^|\\s)(${names.join('|')}):(?=\\S)`, 'i'));
  const read: Options = { [first.name]: text.trim() };
  for (let i = 0; i < others.length; i += 2) {
    const [name = '', value = ''] = others.slice(i, i + 2);
    read[name.toLowerCase()] = value.trim();
  }
  return read;
}
