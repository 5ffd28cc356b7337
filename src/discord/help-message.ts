import type { APIComponentInContainer } from 'discord.js';
import type { Reader } from '../load-languages.js';
import { COMMAND_NAMES } from '../phrases.js';
import { displayed } from './layout.js';

/** What can be asked and how, in the names that the reader's language has for it. */
export function helpParts({ phrases: { commands, help } }: Reader): APIComponentInContainer[] {
  // Whoever reads this knows of it.
  const described = COMMAND_NAMES.filter((name) => name !== 'help').map(
    (name) => `\`/${commands[name].name}\` ${commands[name].description}`,
  );
  return displayed([help.heading, described.join('\n'), help.lines.join('\n')]);
}
