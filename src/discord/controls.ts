import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type Control, customIdOf } from './custom-id.js';

export type Button = APIButtonComponentWithCustomId;
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What Discord takes (its documentation, "Component Reference"), in UTF-16 units and in components. */
const LIMITS = { id: 100, label: 80, placeholder: 150, optionText: 100, options: 25, inRow: 5 };

export function button(label: string, control: Control, isOff = false): Button {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: within(label, LIMITS.label),
    custom_id: customIdOf(control),
    ...(isOff && { disabled: true }),
  };
}

/**
 * Buttons in rows. Of two that do the same, the first one is shown; one whose id Discord would not take, since the path
 * of a file was given as a filter, is left out.
 */
export function rows(buttons: Button[]): Row[] {
  const distinct = distinctBy(buttons, ({ custom_id }) => custom_id);
  const shown = distinct.filter(({ custom_id }) => custom_id.length <= LIMITS.id);
  const count = Math.ceil(shown.length / LIMITS.inRow);
  return Array.from({ length: count }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: shown.slice(row * LIMITS.inRow, (row + 1) * LIMITS.inRow),
  }));
}

/** A menu of which one thing is chosen, in a row of its own; none where there is nothing to choose from. */
export function menu(placeholder: string, control: Control, options: APISelectMenuOption[]): Row[] {
  const shown = distinctBy(options, ({ value }) => value).slice(0, LIMITS.options);
  if (shown.length === 0) return [];
  const select = {
    type: ComponentType.StringSelect as const,
    custom_id: customIdOf(control),
    placeholder: within(placeholder, LIMITS.placeholder),
    options: shown,
  };
  return [{ type: ComponentType.ActionRow, components: [select] }];
}

/** An entry of a menu. @param value see `menuValueOf` */
export function entry(label: string, value: string, description?: string): APISelectMenuOption {
  return {
    label: within(label, LIMITS.optionText),
    value,
    ...(description !== undefined && { description: within(description, LIMITS.optionText) }),
  };
}

/** Plain text, cut with an ellipsis where it is longer; not within a character. */
function within(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The first of those with the same key. */
function distinctBy<Thing>(things: Thing[], keyOf: (thing: Thing) => string): Thing[] {
  const keys = things.map(keyOf);
  return things.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}
