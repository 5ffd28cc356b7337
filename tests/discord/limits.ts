import { z } from 'zod';
import { type Button, button, isSeen, type Select, select } from './control-limits.js';

/**
 * What Discord takes and what it refuses, from its documentation ("Component Reference", "Receiving and Responding").
 * Stricter in two things: no fields that the bot has no need of, and nothing is ever sent that may ping.
 */

const V2 = 1 << 15;
export const EPHEMERAL = 1 << 6;

const text = z.strictObject({
  type: z.literal(10),
  content: z.string().min(1).max(4_000).refine(isSeen, 'nothing is to be seen'),
});
const separator = z.strictObject({
  type: z.literal(14),
  divider: z.boolean().optional(),
  spacing: z.int().min(1).max(2).optional(),
});
const row = z.strictObject({
  type: z.literal(1),
  components: z.union([z.array(button).min(1).max(5), z.array(select).length(1)]),
});
const container = z.strictObject({
  type: z.literal(17),
  accent_color: z.int().min(0).max(0xffffff).optional(),
  components: z.array(z.discriminatedUnion('type', [text, separator, row])).min(1),
});

export type Component = z.output<typeof container> | z.output<typeof container>['components'][number];

const MOST_COMPONENTS = 40;
const LONGEST_TEXT = 4_000;

const components = z
  .array(z.discriminatedUnion('type', [container, text, separator, row]))
  .min(1)
  .superRefine((top, context) => {
    const all = everyComponent(top);
    const letters = all.reduce((sum, part) => sum + (part.type === 10 ? part.content.length : 0), 0);
    const controls = everyControl(top);
    const ids = controls.flatMap((control) => ('custom_id' in control ? [control.custom_id] : []));
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    const count = all.length + controls.length;
    if (count > MOST_COMPONENTS) refuse(`${count} components, the most are ${MOST_COMPONENTS}`);
    if (letters > LONGEST_TEXT) refuse(`${letters} characters of text, the most are ${LONGEST_TEXT}`);
    if (new Set(ids).size < ids.length) refuse('two components have the same custom_id');
  });

/** All components of a message but its buttons and menus, which stand in their rows. */
export function everyComponent(top: Component[]): Component[] {
  return top.flatMap((part) => [part, ...(part.type === 17 ? everyComponent(part.components) : [])]);
}

/** All buttons and menus of a message. */
export function everyControl(top: Component[]): (Button | Select)[] {
  return everyComponent(top).flatMap((part): (Button | Select)[] => (part.type === 1 ? part.components : []));
}

const allowed = (most: number) =>
  z.int().refine((flags) => (flags & V2) !== 0 && (flags & ~most) === 0, 'not just Components V2');
const posted = {
  components,
  allowed_mentions: z.strictObject({ parse: z.tuple([]) }),
  // What discord.js adds of itself.
  tts: z.literal(false).optional(),
  enforce_nonce: z.literal(false).optional(),
};
/** An edit: whether a message is for one person alone cannot be changed. */
const message = z.strictObject({ flags: allowed(V2), ...posted });
const followUp = z.strictObject({ flags: allowed(V2 | EPHEMERAL), ...posted });

const callback = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal(5),
    data: z.strictObject({ flags: z.int().refine((flags) => flags === 0 || flags === EPHEMERAL) }),
  }),
  z.strictObject({ type: z.literal(6) }),
]);

/** What is offered while somebody types an option. */
const choice = z.strictObject({
  name: z.string().min(1).max(100).refine(isSeen, 'nothing is to be seen'),
  value: z.string().min(1).max(100),
});
const completion = z.strictObject({
  type: z.literal(8),
  data: z.strictObject({ choices: z.array(choice).max(25) }),
});

export type Message = z.output<typeof message>;
export type Callback = z.output<typeof callback>;
export type Offered = z.output<typeof choice>;
export type Completed = z.output<typeof completion>;

export const checks = { message, followUp, callback, completion };

/** What is wrong with what was sent: nothing where Discord would take it. */
export function problemsOf(check: z.ZodType, sent: unknown): string[] {
  const parsed = check.safeParse(sent);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message: words }) => `${path.join('.')}: ${words}`);
}
