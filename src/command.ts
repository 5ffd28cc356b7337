import type { Choice } from './catalogue.js';
import type { Library } from './library.js';
import type { CommandName, OptionName } from './phrases.js';
import type { View } from './view.js';

/** Discord's numbers for the kinds of options (Discord's documentation, "Application Command Option Type"). */
export const OPTION_TYPE = { string: 3, integer: 4 } as const;

/** An option of a command, in the form in which Discord registers it, without its words (see phrases.ts). */
export type CommandOption = { name: OptionName; required?: boolean; autocomplete?: true } & (
  | { type: typeof OPTION_TYPE.string; min_length?: number; max_length?: number }
  | { type: typeof OPTION_TYPE.integer; min_value?: number; max_value?: number }
);

/** What a command is given: its options by their names, as text. */
export type Options = Record<string, string>;

/** What can be run: it knows neither Discord nor the terminal. */
export interface Runnable<Given = Options> {
  definition: { name: string };
  run(options: Given, library: Library): Promise<View>;
  /**
   * What can be chosen for an option, the likeliest first.
   * @param typed what is typed of it so far
   */
  complete?(option: string, typed: string, library: Library): Choice[];
}

/** A slash command: what it is called and takes, and what it shows. */
export interface Command<Given = Options> extends Runnable<Given> {
  definition: { name: CommandName; options: CommandOption[] };
}
