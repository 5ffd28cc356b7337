import { parse } from 'discord-markdown-parser';
import type { Button, Select } from './control-limits.js';
import { type Component, everyComponent, type Message } from './limits.js';

/** A node of Discord's Markdown, as the parser gives it. */
export interface Node {
  type: string;
  content?: string | Node[];
  name?: string;
  target?: string;
}

/** What the Markdown of a message is made of, by the rules for messages of bots. */
export const nodesOf = (markdown: string): Node[] => parse(markdown, 'extended') as Node[];

/** Formatting of ours; all else would be a part of an article that Discord took for formatting. */
const OURS = [
  'text',
  'br',
  'newline',
  'strong',
  'heading',
  'blockQuote',
  'subtext',
  'inlineCode',
  'link',
  'twemoji',
];

/** The letters that Markdown shows; what is not formatting of ours stands out, as in "⟨em: so⟩". */
export function lettersOf(nodes: Node[]): string {
  return nodes
    .map(({ type, content, name }) => {
      const inner = Array.isArray(content)
        ? lettersOf(content)
        : (content ?? name ?? (type === 'br' ? '\n' : ''));
      if (!OURS.includes(type)) return `⟨${type}: ${inner}⟩`;
      return type === 'subtext' || type === 'heading' ? `${inner}\n` : inner;
    })
    .join('');
}

/**
 * A message as it reads: a line for each of its own, buttons as "[Next ▶]", what cannot be tapped as "(Next ▶)", and
 * menus as "[Choose … ▾ One / Other]".
 */
export function readMessage(message: Pick<Message, 'components'>): string {
  return everyComponent(message.components).flatMap(readComponent).join('\n');
}

function readComponent(component: Component): string[] {
  switch (component.type) {
    case 10:
      return [lettersOf(nodesOf(component.content)).trimEnd()];
    case 14:
      return ['—'];
    case 1:
      return [component.components.map(readControl).join(' ')];
    case 17:
      return [];
  }
}

function readControl(control: Button | Select): string {
  const entries = control.type === 3 ? control.options.map(({ label }) => label).join(' / ') : '';
  const words = control.type === 3 ? `${control.placeholder ?? ''} ▾ ${entries}` : control.label;
  return control.disabled ? `(${words})` : `[${words}]`;
}
