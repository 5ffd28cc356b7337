import type { Options } from '../command.js';

/** What a control does, kept in its id: nothing has to be remembered, so that it works after a restart too. */
export interface Control {
  command: string;
  options: Options;
  /**
   * Where its answer is shown: in place of the message that it stands in, if that is the asker's own; in a new message
   * for the asker alone; or in a new one for all.
   */
  opens: 'here' | 'anew' | 'publicly';
}

/** Discord takes so many characters (Discord's documentation, "Component Reference"). */
const LONGEST = 100;

/** Of the name of a publisher, with what stands before it. */
const LEAST_OF_A_NAME = 15;

const MARKS = { here: '', anew: '+', publicly: '!' } as const;

/** A letter for each option, so that they fit. */
const LETTERS: Record<string, string> = {
  page: 'n',
  publisher: 'p',
  article: 'r',
  after: 'a',
  before: 'b',
  language: 'l',
  start: 's',
  hash: 'h',
  from: 'f',
};
const NAMES = Object.fromEntries(Object.entries(LETTERS).map(([name, letter]) => [letter, name]));

/**
 * As the id of a component, such as "+context?r=61f05640390d&s=275&h=Zx81_kQ0". A publisher's name that would make it
 * too long is cut: publishers are found by a part of their name too. The question is never in it, but in the message.
 */
export function customIdOf({ command, options, opens }: Control): string {
  const given = Object.entries(options).filter(([name]) => name in LETTERS && name !== 'publisher');
  const id = `${MARKS[opens]}${command}?${encodedOptions(Object.fromEntries(given))}`;
  const { publisher } = options;
  if (publisher === undefined) return id;
  const named = `${given.length > 0 ? '&' : ''}${encodedOptions({ publisher })}`;
  // With less of it, others would be found too: such a control is left out, since its id is too long.
  return LONGEST - id.length < LEAST_OF_A_NAME ? id + named : id + cutTo(LONGEST - id.length, named);
}

export function controlOf(customId: string): Control {
  const [, mark = '', command = '', options = ''] = /^([+!]?)([^?]*)\??(.*)$/s.exec(customId) ?? [];
  const opens = mark === '+' ? 'anew' : mark === '!' ? 'publicly' : 'here';
  return { command, options: decodedOptions(options), opens };
}

/** Options as the value of an entry of a menu, within what Discord takes; "-" where there are none. */
export function menuValueOf(options: Options): string {
  return cutTo(LONGEST, encodedOptions(options)) || '-';
}

/** Options as a part of an id, or as the value of an entry of a menu: "a=2025-02-01&b=2025-02-28". */
function encodedOptions(options: Options): string {
  return Object.entries(options)
    .map(([name, value]) => `${LETTERS[name] ?? name}=${value.replace(/[%&]/g, encodeURIComponent)}`)
    .join('&');
}

export function decodedOptions(encoded: string): Options {
  const pairs = encoded.split('&').flatMap((pair): [string, string][] => {
    const [, letter = '', value = ''] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    const name = NAMES[letter];
    return name ? [[name, value.replace(/%(25|26)/g, decodeURIComponent)]] : [];
  });
  return Object.fromEntries(pairs);
}

/** Not within a character, nor within one that is escaped. */
function cutTo(length: number, text: string): string {
  return text.slice(0, length).replace(/(?:[\uD800-\uDBFF]|%2?)$/, text.length > length ? '' : '$&');
}
