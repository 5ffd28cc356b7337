import type { Options } from '../command.js';
import type { Vote } from '../feedback.js';
import type { Languages } from '../load-languages.js';
import type { Log } from '../log.js';
import type { Manners } from '../manners.js';
import type { Pulse } from '../pulse.js';
import type { View } from '../view.js';

/** Runs a command, wherever that is done. */
export type RunCommand = (command: string, options: Options) => Promise<View>;

/** What it takes to answer people in Discord. */
export interface Desk {
  run: RunCommand;
  /** Keeps what somebody thinks of an answer. */
  keepVote(vote: Vote): Promise<void>;
  languages: Languages;
  manners: Manners;
  /** Is told how long answers take. */
  pulse: Pulse;
  log: Log;
}
