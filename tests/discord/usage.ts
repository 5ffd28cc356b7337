import type { Commands } from './command-limits.js';
import type { Given } from './interactions.js';
import { type Asker, contextOf, ownersOf } from './payloads.js';

type Registered = Commands[number];
type Option = Extract<Registered, { type: 1 }>['options'][number];

/**
 * Whether Discord lets somebody use a command with these options, as its own program sees to.
 * @throws Error where it does not: then a test asks for what cannot happen
 */
export function checkUsage(commands: Commands, type: 1 | 3, name: string, given: Given, asker: Asker): void {
  const options = optionsOf(usable(commands, type, name, asker));
  const missing = options.find((option) => option.required && !(option.name in given));
  if (missing) throw new Error(`"${missing.name}" has to be given`);
  for (const [option, value] of Object.entries(given)) {
    const known = options.find((one) => one.name === option);
    if (!known || !isTaken(known, value))
      throw new Error(`"${option}" does not take ${JSON.stringify(value)}`);
  }
}

/** Whether Discord asks for choices while an option is typed. */
export function checkTyping(commands: Commands, name: string, option: string, asker: Asker): void {
  const known = optionsOf(usable(commands, 1, name, asker)).find((one) => one.name === option);
  if (known?.type !== 3 || !known.autocomplete) throw new Error(`Nothing is offered for "${option}"`);
}

function usable(commands: Commands, type: 1 | 3, name: string, asker: Asker): Registered {
  const found = commands.find((one) => one.type === type && one.name === name);
  if (!found) throw new Error(`There is no command "${name}"`);
  const isInstalled = found.integration_types.some((by) => ownersOf(asker)[by] !== undefined);
  if (!isInstalled || !found.contexts.includes(contextOf(asker)))
    throw new Error(`The command "${name}" cannot be used there`);
  return found;
}

const optionsOf = (command: Registered): Option[] => (command.type === 1 ? command.options : []);

function isTaken(option: Option, value: string | number | boolean): boolean {
  switch (option.type) {
    case 3: {
      const { min_length: least = 0, max_length: most = 6_000 } = option;
      return typeof value === 'string' && value.length >= least && value.length <= most;
    }
    case 4: {
      const { min_value: least = -Infinity, max_value: most = Infinity } = option;
      return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
    }
    case 5:
      return typeof value === 'boolean';
    default:
      return false;
  }
}
