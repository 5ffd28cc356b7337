import type { Choice } from '../catalogue.js';
import type { Options } from '../command.js';
import type { Notice } from '../notice.js';
import type { View } from '../view.js';

/** What the bot's process asks of the one that answers: to run a command. */
export interface Question {
  id: number;
  command: string;
  options: Options;
}

/** Or what can be chosen for an option that somebody is typing, which is answered before all questions that wait. */
export interface ToComplete {
  id: number;
  command: string;
  option: string;
  typed: string;
}

export type Asked = Question | ToComplete;

/** A notice or another UserError, whose words may be shown, or a fault, whose stack is for the log alone. */
export type Failure =
  | { kind: 'notice'; notice: Notice }
  | { kind: 'user-error'; message: string; exitCode: 1 | 2 }
  | { kind: 'fault'; stack: string };

/** What the one that answers sends back. Questions are answered in the order in which they come. */
export type Reply =
  /** The index is open; questions are answered from now on. */
  | { kind: 'ready'; articles: number }
  /** The index cannot be opened; the process ends. */
  | { kind: 'unusable'; failure: Failure }
  /** It answers from a new index, of so many articles. */
  | { kind: 'changed'; articles: number }
  /** There is a new index that cannot be used; it goes on answering from the old one. */
  | { kind: 'unchanged'; problem: string }
  | { kind: 'answered'; id: number; view: View }
  | { kind: 'failed'; id: number; failure: Failure }
  | { kind: 'completed'; id: number; choices: Choice[] };
