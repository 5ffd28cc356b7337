import { type Commands, commands } from './command-limits.js';
import { problemsOf } from './limits.js';
import { APPLICATION } from './payloads.js';
import type { Refuse, Response } from './response.js';

/** The commands of the bot, by where they are registered: "global", or the id of a server. */
export class Registry extends Map<string, Commands> {
  constructor(private readonly refuse: Refuse) {
    super();
  }

  register(where: string, body: unknown): Response {
    const wrong = problemsOf(commands, body);
    if (wrong.length > 0) return this.refuse('commands', wrong);
    this.set(where, commands.parse(body));
    return this.list(where, true);
  }

  /** @param withLocalizations whether it was asked for words in all languages: else there are none */
  list(where: string, withLocalizations: boolean): Response {
    const kept = (this.get(where) ?? []).map((command, i) => ({
      ...(withLocalizations ? asKept(command) : withoutLocalizations(asKept(command))),
      id: `${i + 1}`,
      application_id: APPLICATION,
      version: '1',
      nsfw: false,
      default_member_permissions: null,
      // Where a command can be used is not kept for those of one server.
      ...(where === 'global' ? {} : { guild_id: where, contexts: null, integration_types: [0] }),
    }));
    return { status: 200, body: kept };
  }
}

interface Kept {
  description?: string;
  options?: object[];
}

/** What is not so is not said of an option, and a command of messages has none. */
function asKept(command: Commands[number]): Kept {
  if (command.type === 3) {
    const { options: _, ...rest } = command;
    return { ...rest, description: '' };
  }
  const options = command.options.map(({ required, ...option }) => ({
    ...option,
    ...(required && { required }),
  }));
  return { ...command, options };
}

function withoutLocalizations({ options, ...command }: Kept): Kept {
  const stripped = (labelled: object): object => {
    const {
      name_localizations: _,
      description_localizations: __,
      ...rest
    } = labelled as Record<string, unknown>;
    return rest;
  };
  return { ...stripped(command), ...(options && { options: options.map(stripped) }) };
}
