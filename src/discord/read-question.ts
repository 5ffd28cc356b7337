import { ComponentType } from 'discord.js';
import { unescapedMarkdown } from './markdown.js';

/** A first line that is bold from its start to its end. */
const QUESTION = /^\*\*((?:[^\\*\n]|\\[^\n])+)\*\*(?:\n|$)/;

/**
 * The question that a message prints, exactly as it was asked: the first line of its first text (see `headed`).
 * @param message as Discord sends it, or as discord.js gives it
 * @returns null where it prints none
 */
export function readQuestion({ components }: { components: readonly unknown[] }): string | null {
  const printed = QUESTION.exec(firstText(components) ?? '')?.[1];
  return printed === undefined ? null : unescapedMarkdown(printed);
}

/** What a component may have, of whatever kind it is. */
interface Component {
  type?: ComponentType;
  content?: string;
  components?: readonly unknown[];
}

function firstText(components: readonly unknown[]): string | null {
  for (const { type, content = '', components: inner = [] } of components as Component[]) {
    const text = type === ComponentType.TextDisplay ? content : firstText(inner);
    if (text !== null) return text;
  }
  return null;
}
