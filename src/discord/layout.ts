import { type APIComponentInContainer, ComponentType } from 'discord.js';

/** Of all the text of a message together, in UTF-16 units (Discord's documentation, "Component Reference"). */
export const ROOM = 4_000;

/**
 * Texts that stand together. Each is Markdown of its own, so that nothing in one can reach into a link in another;
 * empty ones are left out.
 */
export type Group = string[];

/** Groups of texts, with a line between them. */
export function separated(groups: Group[]): APIComponentInContainer[] {
  return groups
    .map(displayed)
    .filter((texts) => texts.length > 0)
    .flatMap((texts, i) => [...(i > 0 ? [{ type: ComponentType.Separator as const }] : []), ...texts]);
}

export function displayed(texts: Group): APIComponentInContainer[] {
  return texts
    .filter((text) => text !== '')
    .map((content) => ({ type: ComponentType.TextDisplay as const, content }));
}

export const lengthOf = (groups: Group[]): number => groups.flat().join('').length;

/** The first of several ways to write something that finds room in a message; the last one where none does. */
export function firstFitting<Way>(ways: Iterable<Way>, write: (way: Way) => Group[]): Group[] {
  let written: Group[] = [];
  for (const way of ways) {
    written = write(way);
    if (lengthOf(written) <= ROOM) break;
  }
  return written;
}
