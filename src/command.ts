import type { Library } from './library.js';
import type { View } from './view.js';

/** Discord's numbers for the kinds of options (Discord's documentation, "Application Command Option Type"). */
export const OPTION_TYPE = { string: 3, integer: 4 } as const;

/** An option of a command, in the form in which Discord registers it. */
export type CommandOption = { name: string; description: string; required?: boolean } & (
  | { type: typeof OPTION_TYPE.string; min_length?: number; max_length?: number }
  | { type: typeof OPTION_TYPE.integer; min_value?: number; max_value?: number }
);

/** What a command is given: its options by their names, as text. */
export type Options = Record<string, string>;

/** A slash command: what it is called and takes, and what it shows. It knows neither Discord nor the terminal. */
export interface Command<Given = Options> {
  definition: { name: string; description: string; options: CommandOption[] };
  run(options: Given, library: Library): Promise<View>;
}
