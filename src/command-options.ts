import { type CommandOption, OPTION_TYPE } from './command.js';
import type { OptionName } from './phrases.js';
import { QUESTION_LENGTH } from './question.js';

/** What every command is asked that searches. */
export const QUESTION_OPTION: CommandOption = {
  type: OPTION_TYPE.string,
  name: 'question',
  required: true,
  min_length: QUESTION_LENGTH.min,
  max_length: QUESTION_LENGTH.max,
};

/** Nobody types more; what is chosen has no more either. */
const LONGEST = 100;

/** Options that show what can be chosen while they are typed. */
export function chosenOptions(...names: OptionName[]): CommandOption[] {
  return names.map((name) => ({ type: OPTION_TYPE.string, name, max_length: LONGEST, autocomplete: true }));
}
