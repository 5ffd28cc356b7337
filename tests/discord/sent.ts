import { expect } from 'vitest';
import { type Control, controlOf } from '../../src/discord/custom-id.js';
import { toMessage } from '../../src/discord/message.js';
import { en } from '../../src/languages/en.js';
import type { Reader } from '../../src/load-languages.js';
import type { View } from '../../src/view.js';
import { checks, everyComponent, everyControl, type Message, problemsOf } from './limits.js';
import { lettersOf, type Node, nodesOf } from './render.js';

export const ENGLISH: Reader = { phrases: en, locale: 'en-US' };

/** A view as it is sent, checked against Discord's limits. */
export function sent(view: View, reader: Reader = ENGLISH, place = { isPrivate: false }): Message {
  const { allowedMentions, ...message } = toMessage(view, reader, place);
  const body = { ...message, allowed_mentions: allowedMentions };
  expect(problemsOf(checks.message, body)).toEqual([]);
  return body as Message;
}

export const textsOf = ({ components }: Message): string[] =>
  everyComponent(components).flatMap((part) => (part.type === 10 ? [part.content] : []));

/** What the buttons and menus of a message do, by their words. */
export function controlsOf({ components }: Message): Record<string, Control> {
  const named = everyControl(components).flatMap((control): [string, Control][] => {
    if (!('custom_id' in control)) return [];
    const words = control.type === 3 ? (control.placeholder ?? '') : control.label;
    return [[words, controlOf(control.custom_id)]];
  });
  return Object.fromEntries(named);
}

/** The entries of a message's menu: what they say, and what they choose. */
export const entriesOf = ({ components }: Message): string[][] =>
  everyControl(components).flatMap((control) =>
    control.type === 3 ? control.options.map(({ label, value }) => [label, value]) : [],
  );

/** What stands in quotations in a message, and what of it in bold. */
export function quotationsOf(message: Message): { text: string; bold: string }[] {
  const boldOf = (nodes: Node[]): string =>
    nodes
      .map(({ type, content }) => (type === 'strong' && Array.isArray(content) ? lettersOf(content) : ''))
      .join('|');
  return textsOf(message)
    .flatMap(nodesOf)
    .filter(({ type }) => type === 'blockQuote')
    .map(({ content }) => ({
      text: lettersOf(content as Node[]).trimEnd(),
      bold: boldOf(content as Node[]).replace(/^\|+|\|+$/g, ''),
    }));
}

/** Where the links in a message lead. */
export function linksOf(message: Message): string[] {
  const targets = (nodes: Node[]): string[] =>
    nodes.flatMap((node) => [
      ...(node.type === 'link' || node.type === 'url' ? [node.target ?? ''] : []),
      ...(Array.isArray(node.content) ? targets(node.content) : []),
    ]);
  return textsOf(message).flatMap((markdown) => targets(nodesOf(markdown)));
}
