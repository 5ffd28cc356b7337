import type { AutocompleteInteraction } from 'discord.js';
import type { Choice } from '../catalogue.js';
import type { Languages } from '../load-languages.js';
import type { Log } from '../log.js';
import { namedChoices } from './choice-names.js';
import { isAcknowledged, isGone, withoutSecrets } from './rest-errors.js';

/** Finds what can be chosen for an option of a command, wherever that is done. Never fails. */
export type Complete = (command: string, option: string, typed: string) => Promise<Choice[]>;

/**
 * Shows somebody who is typing an option what can be chosen. Tried once, since more is typed before a second try; what
 * comes too late is nobody's fault.
 */
export async function completeFor(
  interaction: AutocompleteInteraction,
  complete: Complete,
  languages: Languages,
  log: Log,
): Promise<void> {
  const { commandName: command, locale } = interaction;
  try {
    const { name, value } = interaction.options.getFocused(true);
    const choices = await complete(command, name, value);
    await interaction.respond(namedChoices(choices, languages.readerOf(locale)));
  } catch (error) {
    if (isGone(error) || isAcknowledged(error)) return;
    log.error('An option could not be completed', { command, error: withoutSecrets(error) });
  }
}
