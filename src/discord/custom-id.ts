import type { Options } from '../command.js';

/** What a control does, kept in its id: nothing has to be remembered, so that it works after a restart too. */
export interface Control {
  command: string;
  options: Options;
}

/** As the id of a component, such as "sources?page=2"; Discord takes up to 100 characters. */
export function customIdOf({ command, options }: Control): string {
  return `${command}?${new URLSearchParams(options)}`;
}

export function controlOf(customId: string): Control {
  const [command = '', options] = customId.split('?', 2);
  return { command, options: Object.fromEntries(new URLSearchParams(options)) };
}
