import { type CommandOption, OPTION_TYPE } from './command.js';

/** Nobody types more; what is chosen has no more either. */
const LONGEST = 100;

/** The options of every command that is asked about some articles only; each shows what can be chosen. */
export const FILTER_OPTIONS: CommandOption[] = (
  ['publisher', 'article', 'after', 'before', 'language'] as const
).map((name) => ({ type: OPTION_TYPE.string, name, max_length: LONGEST, autocomplete: true }));
